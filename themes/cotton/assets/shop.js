// What a page can only know in the buyer's browser. Everything works without it.
// @ts-check

// Offers that ended since the page was made: the price without the offer takes their place.
const now = Date.now();
for (const part of document.querySelectorAll("[data-until]")) {
  if (now < Date.parse(part.getAttribute("data-until") ?? "")) continue;
  for (const gone of part.querySelectorAll("[data-offer]")) gone.setAttribute("hidden", "");
  for (const back of part.querySelectorAll("[data-regular]")) back.removeAttribute("hidden");
}

// `?variant=SKU` chooses that variant in the form, as adverts and feeds ask for it.
const wanted = new URLSearchParams(location.search).get("variant");
for (const choice of document.querySelectorAll("input[name=variant][type=radio]")) {
  if (choice instanceof HTMLInputElement && choice.value === wanted && !choice.disabled) choice.checked = true;
}
