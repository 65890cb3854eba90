import { Problem } from '../../domain/problem.ts';
import { ask, type Asking } from './asking.ts';

/**
 * The address of a file's own text: pages of GitHub and of the Hugging Face hub that show a file are taken
 * for the file.
 * @throws Problem 'bad-input' where it is no address that a page may ask
 */
export function fileAddress(typed: string): URL {
  const refuse = (message: string): never => {
    throw new Problem({
      code: 'bad-input',
      message,
      remedy: 'It begins with https://, or with http://localhost for a server of your own.',
    });
  };
  let address: URL;
  try {
    address = new URL(typed.trim());
  } catch {
    return refuse('This is no address of a file.');
  }
  const own = ['localhost', '127.0.0.1'].includes(address.hostname);
  if (address.protocol !== 'https:' && !(own && address.protocol === 'http:'))
    return refuse(`A page may not ask ${address.protocol}//${address.host}.`);
  const { hostname, pathname } = address;
  if (hostname === 'github.com' && /^\/[^/]+\/[^/]+\/blob\//.test(pathname))
    return new URL(
      `https://raw.githubusercontent.com${pathname.replace(/^(\/[^/]+\/[^/]+)\/blob\//, '$1/')}`,
    );
  if (hostname === 'huggingface.co')
    address.pathname = pathname.replace(/^(\/datasets\/[^/]+\/[^/]+)\/blob\//, '$1/resolve/');
  return address;
}

/** What a file is called, by its address. */
export function nameIn({ pathname, hostname }: URL): string {
  const last = pathname.split('/').findLast((part) => part !== '');
  try {
    return decodeURIComponent(last ?? hostname);
  } catch {
    return last ?? hostname;
  }
}

/** The text of a file. @throws Problem */
export const fetchFile = (address: URL, asking: Asking): Promise<string> =>
  ask(address, (text) => text, asking);
