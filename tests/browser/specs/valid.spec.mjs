// The pages are valid and hold nothing inline.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { hasJava, inline, invalid, nu, policies } from '../checks/valid.mjs';
import { need, none } from '../faults.mjs';
import { test } from '../test.mjs';

test('html-validate finds nothing', async ({ site }) => none(await invalid(site)));

test('the Nu checker finds nothing, where there is Java', ({ site }) => {
  test.skip(!hasJava(), 'no java');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'posra-nu-'));
  fs.writeFileSync(path.join(folder, 'planted.html'), '<!DOCTYPE html><html lang="bn"><title>x</title><p id="a"><p id="a">');
  const planted = nu(folder);
  fs.rmSync(folder, { recursive: true });
  need(planted.some((fault) => /^\/planted.html:1: Duplicate ID/.test(fault)), `it does not see a planted fault: ${planted}`);
  none(nu(site.folder));
});

test('no inline script, style or handler', ({ site }) => none(inline(site)));

test('every page has a strict content security policy', ({ site }) => none(policies(site)));
