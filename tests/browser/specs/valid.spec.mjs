// The pages are valid and hold nothing inline.

import { inline, invalid, policies } from '../checks/valid.mjs';
import { none } from '../faults.mjs';
import { test } from '../test.mjs';

test('html-validate finds nothing', async ({ site }) => none(await invalid(site)));

test('no inline script, style or handler', ({ site }) => none(inline(site)));

test('every page has a strict content security policy', ({ site }) => none(policies(site)));
