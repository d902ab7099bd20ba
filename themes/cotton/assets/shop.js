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

// The order form has a script of its own, which comes at the first touch, or when an order waits for a line.
const script = document.querySelector("script[data-order]")?.getAttribute("data-order");
const order = () => import(String(script));
const form = document.querySelector("form.order-form");
if (script && form) form.addEventListener("focusin", () => order().then((module) => module.take(form)), { once: true });
const reference = document.querySelector("[data-reference]");
if (script && reference) order().then((module) => module.thank(reference));
try {
  if (script && localStorage.getItem("posra.waiting")) order().then((module) => module.sendWaiting());
  if (script && localStorage.getItem("posra.basket")) order().then((module) => module.showBasket());
} catch {
  // A browser that keeps nothing has nothing that waits.
}

// Goods can be put aside where they can be ordered.
const aside = document.querySelector("script[data-basket]")?.getAttribute("data-basket");
if (script && aside && form?.querySelector("[name=kind][value=order]")) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "button plain", textContent: aside });
  button.addEventListener("click", () => order().then((module) => module.put(form, button)));
  form.querySelector(".submit .button")?.after(button);
}
