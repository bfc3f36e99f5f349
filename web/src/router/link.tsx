/** A link to a page of the app: a real one, that opens in a new tab when asked to. */
import type { ComponentProps, MouseEvent } from 'react';
import { hrefOf, type Address, type Target } from './addresses';
import { useLocation } from './router';
import { navigate } from './travel';

type Props<A extends Address> = Target<A> & Omit<ComponentProps<'a'>, 'href' | 'target'>;

export function Link<A extends Address>({ to, params, search, onClick, children, ...rest }: Props<A>) {
  const place = useLocation();
  const target = { to, params, search } as Target<A>;
  const href = hrefOf(target);
  const here = href === (search ? place.href : place.path);
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const { button, metaKey, ctrlKey, shiftKey, altKey } = event;
    if (event.defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return;
    event.preventDefault();
    navigate(target);
  };
  return (
    <a
      {...rest}
      href={href}
      aria-current={here ? 'page' : undefined}
      data-status={here ? 'active' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}
