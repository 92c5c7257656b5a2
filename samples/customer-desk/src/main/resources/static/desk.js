"use strict";

(function () {
  const slow = 400;
  const progress = document.getElementById("progress");
  let waiting;

  // the server writes times in the zone of the reader
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && document.body.dataset.zone) {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = "zone=" + encodeURIComponent(zone) + "; path=/; max-age=31536000; SameSite=Lax" + secure;
  }

  function begin() {
    clearTimeout(waiting);
    waiting = setTimeout(() => { progress.hidden = false; }, slow);
  }

  function end() {
    clearTimeout(waiting);
    progress.hidden = true;
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.hasAttribute("data-download")) {
      return;
    }
    if (form.dataset.sent === "true") {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "true";
    const button = event.submitter;
    if (button) {
      button.classList.add("busy");
      // a button that is disabled at once would not be sent
      setTimeout(() => { button.disabled = true; });
    }
    begin();
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    const elsewhere = !link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey
        || event.shiftKey || link.target || link.hasAttribute("download") || link.hasAttribute("data-download");
    if (!elsewhere && link.origin === location.origin && link.href.split("#")[0] !== location.href.split("#")[0]) {
      begin();
    }
  });

  // a page that is shown again by Back is as it was left
  window.addEventListener("pageshow", () => {
    end();
    document.querySelectorAll("form[data-sent]").forEach((form) => { delete form.dataset.sent; });
    document.querySelectorAll(".busy").forEach((button) => {
      button.classList.remove("busy");
      button.disabled = false;
    });
  });

  document.addEventListener("htmx:configRequest", (event) => {
    const csrf = document.querySelector("meta[name=csrf]");
    if (csrf && event.detail.verb !== "get") {
      event.detail.headers[csrf.dataset.header] = csrf.content;
    }
  });
  document.addEventListener("htmx:beforeRequest", begin);
  document.addEventListener("htmx:afterRequest", (event) => {
    end();
    const form = event.detail.elt.closest("form[data-sent]");
    if (form) {
      delete form.dataset.sent;
      form.querySelectorAll(".busy").forEach((button) => {
        button.classList.remove("busy");
        button.disabled = false;
      });
    }
  });
})();
