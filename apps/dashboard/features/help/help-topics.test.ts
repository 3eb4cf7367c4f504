import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NAV_GROUPS } from '../shell/nav-items';
import { HELP_LINKS, helpTopicOf } from './help-topics';

describe('the help', () => {
  const pages = readdirSync(new URL('../../app/(app)/', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `/${name}`);

  it('explains every page but itself', () => {
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter((path) => helpTopicOf(path) === null)).toEqual(['/help']);
  });

  it('tells a page from another whose name begins alike', () => {
    expect(helpTopicOf('/marks-of-others')).toBeNull();
    expect(helpTopicOf('/employees/x/register-face')).toBe('photos');
    expect(helpTopicOf('/employees/x')).toBe('register');
  });

  it('links to pages of the navigation only', () => {
    const offered = NAV_GROUPS.flatMap(({ items }) => items.map(({ href }) => href));
    const linked = Object.values(HELP_LINKS).flatMap((links) => links.map(({ href }) => href.split('?')[0]));
    expect(linked.filter((href) => !offered.includes(href ?? ''))).toEqual([]);
  });
});
