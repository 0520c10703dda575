import { ApiProblem, type ProblemBody } from '#packages/web-kit';
import { LONGEST, PREVIEW, scaled } from './photo-rules.ts';

export interface Prepared {
  readonly upload: Blob;
  /** Data URL */
  readonly preview: string;
}

function draw(image: ImageBitmap, longest: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, scaled(image.width, image.height, longest));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

const toJpeg = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', 0.86);
  });

/**
 * Brings a photo down to what is needed before it is sent: less to wait for, and the place and device written in the file stay
 * on the phone. What the browser cannot read is sent as it is: the server decides.
 */
export async function prepare(file: File): Promise<Prepared> {
  try {
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const small = draw(image, PREVIEW).toDataURL('image/jpeg', 0.7);
    const upload = (await toJpeg(draw(image, LONGEST))) ?? file;
    image.close();
    return { upload, preview: small };
  } catch {
    return { upload: file, preview: '' };
  }
}

const AWAY: ProblemBody = { status: 0, code: 'network_away', title: '', reasons: [], possible: [], request: '' };

/** Uploads with progress (0 to 1), which `fetch` cannot tell. Rejects with ApiProblem; status 0 where the network is away. */
export function uploadPhoto(photo: Blob, locale: string, onProgress: (part: number) => void): Promise<{ id: string }> {
  const form = new FormData();
  form.append('file', photo, 'photo.jpg');
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ApiProblem(AWAY));
    request.onload = () =>
      request.status === 200
        ? resolve(request.response as { id: string })
        : reject(new ApiProblem({ ...AWAY, status: request.status, ...(request.response as Partial<ProblemBody>) }));
    request.open('POST', '/api/photos');
    request.setRequestHeader('accept-language', locale);
    request.send(form);
  });
}
