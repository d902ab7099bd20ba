// Loads the page again when the shop was made anew. A hidden tab hears nothing and keeps no connection;
// when it is looked at again, the first thing it hears is the version of now.
(() => {
  const { version, events: address = "/__posra/events" } = document.currentScript.dataset;
  let events;
  const listen = () => {
    if (events || document.hidden) return;
    events = new EventSource(address);
    events.onmessage = (event) => {
      if (event.data === version) return;
      // A page at its top stays there: the faults must not stand over what was seen first.
      if (scrollY === 0) history.scrollRestoration = "manual";
      location.reload();
    };
  };
  const rest = () => {
    events?.close();
    events = undefined;
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  addEventListener("load", () => setTimeout(() => (history.scrollRestoration = "auto")));
  listen();
})();
