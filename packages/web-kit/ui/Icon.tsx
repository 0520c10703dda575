/** Line drawings on a field of 24 by 24. */
const PATHS = {
  home: 'M4 11.5 12 4l8 7.500M6.500 10v9.500h11V10',
  map: 'M9 5 3.500 7.500v12L9 17l6 2.500 5.500-2.500V5L15 7.500 9 5zm0 0v12m6-9.500v12',
  pin: 'M12 21s7-6.300 7-11.500A7 7 0 0 0 5 9.500C5 14.700 12 21 12 21zm0-9a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  pen: 'M4 20l1-4.500L15.500 5 19 8.500 8.500 19 4 20zM13.500 7 17 10.500',
  search: 'M10.500 17a6.500 6.500 0 1 1 0-13 6.500 6.500 0 0 1 0 13zm5-1.500L20 20',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-7.500 8c.800-3.700 3.800-5.500 7.500-5.500s6.700 1.800 7.500 5.500',
  people:
    'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zm-6.500 8.500c.600-3.300 3.200-5 6.500-5s5.900 1.700 6.500 5M15.500 4.300a3.500 3.500 0 0 1 0 6.400m2.500 4.500c2 .700 3.200 2.200 3.500 4.300',
  phone:
    'M6 3.500h3l1.500 4.500-2 1.500c1 2.500 3.500 5 6 6l1.500-2 4.500 1.500v3c0 1-.900 2-2 2C11 20 4 13 4 5.500c0-1.100 1-2 2-2z',
  camera: 'M4 8h3.500L9 5.500h6L16.500 8H20v11H4V8zm8 8.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z',
  check: 'M5 12.500 10 17.500 19.500 7',
  clock: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM12 7v5.200l3.500 2',
  locate:
    'M12 18a6 6 0 1 0 0-12 6 6 0 0 0 0 12zm0-16v4m0 12v4M2 12h4m12 0h4m-10 1.500a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3z',
  close: 'M6 6l12 12M18 6 6 18',
  next: 'M9 5.500 15.500 12 9 18.500',
  back: 'M15 5.500 8.500 12 15 18.500',
  lock: 'M6 11h12v9H6v-9zm2.500 0V8a3.500 3.500 0 0 1 7 0v3',
  eye: 'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zm9.500 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  share: 'M12 15V4m-4 3.500L12 3.500l4 4M5 12.500V20h14v-7.500',
  alert: 'M12 4 2.500 20h19L12 4zm0 6v5m0 2.300v.400',
  info: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM12 11v5.500m0-9v.400',
  chain:
    'M10 14a4 4 0 0 0 5.700 0l3-3A4 4 0 0 0 13 5.300l-1 1m2 3.700a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1-1',
  flag: 'M6 21V4h12l-2.500 4L18 12H6',
} as const;

export type IconName = keyof typeof PATHS;

interface Props {
  readonly name: IconName;
  /** Side in pixels. */
  readonly size?: number;
}

/** Decoration beside words: hidden from screen readers. */
export const Icon = ({ name, size = 22 }: Props) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.8"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    style={{ flex: 'none' }}
  >
    <path d={PATHS[name]} />
  </svg>
);
