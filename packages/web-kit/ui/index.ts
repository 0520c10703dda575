export { Badge, type BadgeTone } from './Badge.tsx';
export { Button, ButtonLink } from './Button.tsx';
export { Card, Row, Stack } from './Card.tsx';
export { Checkbox, Choices, type Option, type OptionGroup, Select, TextArea, TextField } from './Field.tsx';
export { Icon, type IconName } from './Icon.tsx';
export { Notice, ProblemNotice } from './Notice.tsx';
export { Page, useTitle } from './Page.tsx';
export type { PortalRoute } from './route.ts';
export { Empty, Failed, Loaded, Skeleton } from './States.tsx';
