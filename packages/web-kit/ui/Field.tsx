import { type ReactNode, useId } from 'react';
import styles from './field.module.css';
import { Icon } from './Icon.tsx';

interface Common {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  /** Word after the label, e.g. "optional". */
  readonly mark?: string;
}

interface FrameProps extends Common {
  readonly id: string;
  readonly children: ReactNode;
  readonly below?: ReactNode;
}

const describedBy = (id: string, { hint, error }: Common) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

/** Label above, hint below it, the error in words with a sign: never by colour alone. */
function Frame({ id, label, hint, error, mark, children, below }: FrameProps) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {mark && <span className={styles.mark}> {mark}</span>}
      </label>
      {hint && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {children}
      {below}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          <Icon name="alert" size={18} />
          {error}
        </p>
      )}
    </div>
  );
}

interface TextProps extends Common {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'tel' | 'password';
  readonly inputMode?: 'text' | 'tel' | 'numeric';
  readonly autoComplete?: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly required?: boolean;
  readonly code?: boolean;
}

export function TextField({ label, hint, error, mark, value, onChange, type = 'text', code, ...rest }: TextProps) {
  const id = useId();
  const common = { label, hint, error, mark };
  return (
    <Frame id={id} {...common}>
      <input
        {...rest}
        id={id}
        type={type}
        className={code ? `${styles.input} ${styles.code}` : styles.input}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, common)}
        onChange={(event) => onChange(event.target.value)}
      />
    </Frame>
  );
}

interface AreaProps extends Common {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly limit: number;
  readonly rows?: number;
  readonly placeholder?: string;
}

/** A longer text with its counter; the counter is spoken only near the limit. */
export function TextArea({ label, hint, error, mark, value, onChange, limit, rows = 6, placeholder }: AreaProps) {
  const id = useId();
  const common = { label, hint, error, mark };
  const near = value.length > limit * 0.9;
  const counter = (
    <p className={styles.counter} role={near ? 'status' : undefined} data-near={near}>
      {value.length} / {limit}
    </p>
  );
  return (
    <Frame id={id} {...common} below={counter}>
      <textarea
        id={id}
        rows={rows}
        className={styles.input}
        value={value}
        maxLength={limit}
        placeholder={placeholder}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, common)}
        onChange={(event) => onChange(event.target.value)}
      />
    </Frame>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

interface SelectProps extends Common {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The first entry, which stands for "nothing chosen". */
  readonly none: string;
  readonly options?: readonly Option[];
  readonly groups?: readonly OptionGroup[];
  readonly disabled?: boolean;
}

export function Select({
  label,
  hint,
  error,
  mark,
  value,
  onChange,
  none,
  options = [],
  groups = [],
  disabled,
}: SelectProps) {
  const id = useId();
  const common = { label, hint, error, mark };
  const entries = (list: readonly Option[]) =>
    list.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ));
  return (
    <Frame id={id} {...common}>
      <select
        id={id}
        className={`${styles.input} ${styles.select}`}
        value={value}
        disabled={disabled}
        aria-describedby={describedBy(id, common)}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{none}</option>
        {entries(options)}
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {entries(group.options)}
          </optgroup>
        ))}
      </select>
    </Frame>
  );
}

interface CheckboxProps {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Checkbox({ label, hint, checked, onChange }: CheckboxProps) {
  const id = useId();
  return (
    <div className={styles.check}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>
        {label}
        {hint && (
          <span id={`${id}-hint`} className={styles.hint}>
            {hint}
          </span>
        )}
      </label>
    </div>
  );
}

interface ChoicesProps {
  readonly legend: string;
  readonly options: readonly (Option & { readonly hint?: string })[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  /** Beside each other, for short answers. */
  readonly inline?: boolean;
}

/** One of a few, as large targets. */
export function Choices({ legend, options, value, onChange, inline = false }: ChoicesProps) {
  const name = useId();
  return (
    <fieldset>
      <legend className={styles.label}>{legend}</legend>
      <div className={inline ? `${styles.choices} ${styles.inline}` : styles.choices}>
        {options.map((option) => (
          <label key={option.value} className={styles.choice} data-chosen={option.value === value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <span className={styles.hint}>{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
