"use strict";
/* Follows what a page shows: fetches the data and draws again at each event. */
(() => {
  const {data: source, events} = document.currentScript.dataset,
    trail = document.createElement("nav"),
    banner = document.createElement("p");
  trail.className = "trail";
  trail.setAttribute("aria-label", "The way to this page");
  document.querySelector("header").before(trail);
  banner.className = "going live";
  banner.setAttribute("role", "status");
  banner.hidden = true;
  document.getElementById("main").before(banner);
  /* The newest change that was told of, and that was drawn. */
  let told = 0,
    drawn = 0,
    busy = false,
    over = false,
    stream = null;
  const say = text => {
    banner.textContent = text;
    banner.hidden = !text;
    document.body.dataset.live = text ? "no" : "yes";
  };
  const ended = () => {
    over = true;
    stream?.close();
    say("The server has ended: this page stays as it is.");
  };
  const rest = time => new Promise(done => setTimeout(done, time));
  const show = steps => {
    trail.replaceChildren(
      ...steps.flatMap((step, i) => {
        const last = i === steps.length - 1,
          part = document.createElement(last ? "span" : "a");
        if (!last) part.href = step.address;
        part.textContent = step.name;
        return i ? [" › ", part] : [part];
      }),
    );
    trail.hidden = !steps.length;
  };
  const fetched = async () => {
    const answer = await fetch(source, {cache: "no-store"});
    if (answer.status === 403) return void ended();
    if (answer.status === 404) return {problem: "This is no longer there.", version: told, trail: []};
    if (!answer.ok) throw new Error("status " + answer.status);
    return answer.json();
  };
  /* Draws what there is, and again as long as there is something newer; long drawings leave time for the reader. */
  async function follow() {
    if (busy) return;
    busy = true;
    try {
      while (drawn < told && !over) {
        const data = await fetched();
        if (!data) return;
        const began = performance.now();
        if (data.trail.length) show(data.trail);
        if (data.problem) {
          if (!document.getElementById("title").textContent)
            document.getElementById("title").textContent = document.title.replace(/ – Mendel$/, "");
          say(data.problem);
        } else {
          say("");
          mendel.draw(data);
        }
        const took = performance.now() - began;
        document.body.dataset.took = took.toFixed(0);
        document.body.dataset.version = data.version;
        drawn = data.version;
        await rest(Math.min(5000, 4 * took));
      }
    } catch (error) {
      if (!over) {
        say("The page could not be brought up to date (" + error.message + "); it is tried again.");
        setTimeout(follow, 3000);
      }
    } finally {
      busy = false;
    }
  }
  /* A page that nobody sees holds no connection: browsers have six for all pages of a server. */
  const listen = () => {
    stream?.close();
    stream = null;
    if (document.hidden || over) return;
    stream = new EventSource(events);
    stream.addEventListener("change", event => {
      told = Math.max(told, Number(event.data));
      if (banner.dataset.lost) {
        delete banner.dataset.lost;
        say("");
      }
      follow();
    });
    stream.addEventListener("end", ended);
    stream.addEventListener("error", () => {
      if (over) return;
      banner.dataset.lost = "yes";
      if (stream.readyState === EventSource.CLOSED) ended();
      else say("The server can't be reached: this page stays as it is until it can.");
    });
  };
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => stream?.close());
  addEventListener("pageshow", event => event.persisted && listen());
  listen();
})();
