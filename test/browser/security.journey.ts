/** How one signs in and where one is signed in: a device is signed out from another one, whose page says so at once. */
import { expect, type Page } from '@playwright/test';
import { test } from './journey.js';
import { look } from './look.js';
import { englishAs, visitAs } from './people.js';

for (const device of [
  { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { viewport: { width: 360, height: 740 }, colorScheme: 'light', isMobile: true, hasTouch: true },
] as const)
  test(`a device that was left open is signed out, at ${device.viewport.width} px`, async ({ browser }) => {
    const { page } = await englishAs(browser, 'research_advisor', device);
    const phone = {
      userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/18.6 Mobile/15E148 Safari/604.1',
    };
    const left = await englishAs(browser, 'research_advisor', phone);
    await left.page.goto('/');
    await expect(left.page.getByRole('heading', { level: 1 })).toBeVisible();

    await page.goto('/settings');
    await page.getByRole('link', { name: 'Sign-in and devices' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sign-in and devices' })).toBeFocused();
    const row = page.getByRole('listitem').filter({ hasText: 'Safari on iPhone' });
    await expect(row).toHaveCount(1);
    await look(page, 'sign-in and devices');
    await row.getByRole('button', { name: 'Sign out Safari on iPhone' }).click();
    await expect(row).toHaveCount(0);
    await expect(left.page.getByText('You have been signed out.', { exact: false })).toBeVisible({ timeout: 5_000 });
  });

/** The browser's own authenticator in software: it looks who holds it, and says yes. */
async function holdAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test('a passkey is offered, made with one press, renamed, and signs in', async ({ browser }) => {
  const { page } = await englishAs(browser, 'project_coordinator');
  await holdAuthenticator(page);
  await page.goto('/');
  const offer = page.getByRole('complementary', { name: 'Protect what you look after' });
  await offer.scrollIntoViewIfNeeded();
  await look(page, 'home with the offer of a passkey');
  await offer.getByRole('button', { name: 'Make a passkey' }).click();
  await expect(offer).toHaveCount(0);

  await page.goto('/settings/sign-in');
  await page.getByRole('button', { name: 'Rename Chrome on Linux' }).click();
  const name = page.getByRole('textbox', { name: 'Name of the passkey' });
  await expect(name).toBeFocused();
  await look(page, 'renaming a passkey');
  await name.fill('Office computer');
  await name.press('Enter');
  await expect(page.getByText('Office computer', { exact: true })).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  await look(page, 'sign-in with a passkey');
  await page.setViewportSize({ width: 1280, height: 900 });

  await page.getByRole('button', { name: 'Sign out', exact: true }).last().click();
  const enter = page.getByRole('button', { name: 'Sign in with a passkey' });
  await enter.scrollIntoViewIfNeeded();
  await look(page, 'sign-in page with passkeys');
  await enter.click();
  await expect(page.getByText('Signed in with a passkey', { exact: false })).toBeVisible();

  await page.getByRole('button', { name: 'Remove Office computer' }).click();
  await expect(page.getByText('You have none yet.')).toBeVisible();
});

test('administration asks for the passkey, and goes on where it was', async ({ browser }) => {
  const { page, person } = await englishAs(browser, 'administrator', { viewport: { width: 360, height: 740 } });
  await holdAuthenticator(page);
  await page.goto('/settings/sign-in');
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  await expect(page.getByRole('button', { name: 'Rename Chrome on Linux' })).toBeVisible();
  // A demonstration asks nobody, so the refusal is played; the passkey is really shown. See test/passkeys.e2e.ts.
  const error = { code: 'FORBIDDEN', message: 'Show a passkey.', confirm: 'passkey' };
  await page.route('**/api/people/*/sessions', (route) => route.fulfill({ status: 403, json: { error } }));
  await page.goto(`/people/${person.id}/sessions`);
  await expect(page.getByText('To do this, show your passkey.')).toBeVisible();
  await look(page, 'confirming with a passkey');
  await page.unroute('**/api/people/*/sessions');
  await page.getByRole('button', { name: 'Confirm with your passkey' }).click();
  await expect(page.getByText('This device')).toBeVisible();
  await look(page, 'sessions of a person');
  await page.goto('/settings/sign-in');
  await page.getByRole('button', { name: 'Remove Chrome on Linux' }).click();
  await expect(page.getByText('You have none yet.')).toBeVisible();
});

test('a token for a program is made, shown once and revoked', async ({ browser }) => {
  const { page } = await englishAs(browser, 'expert', { viewport: { width: 360, height: 740 } });
  await page.goto('/settings/sign-in');
  await page.getByRole('link', { name: 'Make a token' }).click();
  await page.getByRole('button', { name: 'Make the token' }).click();
  await expect(page.getByRole('group', { name: 'One thing needs to be changed' })).toBeFocused();
  await look(page, 'a token without a name');
  await page.getByRole('textbox', { name: 'What is it for?' }).fill('Reminder bot');
  await page.getByRole('button', { name: 'Make the token' }).click();
  const token = page.getByRole('textbox', { name: 'Token for Reminder bot' });
  await expect(token).toHaveValue(/^samverka_/);
  await look(page, 'a token that was made');
  await page.getByRole('link', { name: 'I have kept it' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Reminder bot' });
  await row.scrollIntoViewIfNeeded();
  await look(page, 'tokens');
  await row.getByRole('button', { name: 'Revoke Reminder bot' }).click();
  await expect(row).toHaveCount(0);
});

test('an account at work is offered in words, at the door and inside', async ({ browser }) => {
  const { page } = await englishAs(browser, 'expert', { viewport: { width: 360, height: 740 } });
  // The hub of the journeys has no provider; what the provider says is tried in test/oidc.e2e.ts.
  await page.context().route('**/api/identities/provider', (route) => route.fulfill({ json: { name: 'Granvika' } }));
  await page.goto('/settings/sign-in?provider=taken');
  await expect(page.getByText('This account is linked to somebody else here.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Link an account at Granvika' }).scrollIntoViewIfNeeded();
  await look(page, 'linking an account');
  await page.context().clearCookies();
  await page.goto('/sign-in?provider=unlinked');
  await page.getByRole('button', { name: 'Sign in with Granvika' }).scrollIntoViewIfNeeded();
  await expect(page.getByText('is not linked to anybody here yet', { exact: false })).toBeVisible();
  await look(page, 'an account that nobody has linked');
});

test('without WebAuthn nothing of it is offered', async ({ browser }) => {
  const { page } = await visitAs(browser, 'research_advisor');
  await page.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'));
  await page.goto('/settings/sign-in');
  await expect(page.getByText(/kan inte skapa nycklar|cannot make passkeys/)).toBeVisible();
  await expect(page.getByRole('button', { name: /Skapa en nyckel|Make a passkey/ })).toHaveCount(0);
});
