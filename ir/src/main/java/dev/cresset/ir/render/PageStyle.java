package dev.cresset.ir.render;

/** How pages of graphs look, and the little that they do. */
final class PageStyle {
  static final String CSS =
      """
      :root { color-scheme: light dark; --ink: #1d2330; --dim: #5b6475; --paper: #fbfbf9; --line: #c9cdd6;
        --op: #ffffff; --fused: #fff0c9; --call: #dcedfb; --control: #f1e8fb; --check: #fde0de; --end: #e9ecef;
        --accent: #b3541e; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e6e8ee; --dim: #a3abbb; --paper: #181b22; --line: #3d4453;
        --op: #242935; --fused: #4a3c14; --call: #173a54; --control: #362a4b; --check: #5a2522; --end: #303644;
        --accent: #ffa56b; } }
      * { box-sizing: border-box; }
      html, body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
      header { display: flex; flex-wrap: wrap; gap: .4rem 1.5rem; align-items: center; padding: .6rem 1rem;
        border-bottom: 1px solid var(--line); }
      h1 { font-size: 1.15rem; margin: 0; overflow-wrap: anywhere; }
      h2 { font-size: 1rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
      h3 { font-size: .9rem; margin: 1rem 0 .3rem; color: var(--dim); overflow-wrap: anywhere; }
      nav { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
      nav a { color: var(--accent); }
      button { font: inherit; min-width: 2.2rem; padding: .15rem .6rem; color: inherit; background: var(--op);
        border: 1px solid var(--line); border-radius: 4px; cursor: pointer; }
      main { display: flex; height: calc(100vh - 3.6rem); min-height: 24rem; }
      #canvas { flex: 1 1 auto; overflow: auto; min-width: 0; }
      #canvas svg { display: block; margin: 0 auto; }
      aside { flex: 0 0 min(30rem, 42%); overflow: auto; padding: 1rem; border-left: 1px solid var(--line); }
      pre { margin: .3rem 0; padding: .5rem .6rem; overflow: auto; background: var(--op); border: 1px solid var(--line);
        border-radius: 4px; font: 12.5px/1.45 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
      .plain { padding: 1rem; border-top: 1px solid var(--line); }
      .detail { display: none; }
      .detail.chosen, .detail:target { display: block; }
      mark { background: var(--fused); color: inherit; font-weight: 600; }
      svg text { font: 12px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: var(--ink); text-anchor: middle; }
      svg text.title { font-weight: 700; }
      svg text.line { fill: var(--dim); }
      svg text.name { fill: var(--dim); font-size: 11px; text-anchor: start; }
      svg text.block { fill: var(--dim); text-anchor: start; font-style: italic; }
      svg rect { fill: var(--op); stroke: var(--line); stroke-width: 1.2; }
      svg .input > rect, svg .output > rect { fill: var(--end); }
      svg .fused > a > rect { fill: var(--fused); }
      svg .call > a > rect { fill: var(--call); }
      svg .control > a > rect { fill: var(--control); }
      svg .check > a > rect { fill: var(--check); }
      svg .block > rect { fill: var(--paper); stroke-dasharray: 4 3; }
      svg .arrow { fill: none; stroke: var(--dim); stroke-width: 1.2; }
      svg marker path { fill: var(--dim); }
      svg a { cursor: pointer; }
      svg a:hover > rect, svg a:focus > rect { stroke: var(--accent); }
      svg .chosen > a > rect { stroke: var(--accent); stroke-width: 2.5; }
      @media (max-width: 50rem) {
        main { flex-direction: column; height: auto; }
        #canvas { flex: none; height: 60vh; }
        aside { flex: none; border-left: 0; border-top: 1px solid var(--line); }
      }
      @media print { main { display: block; height: auto; } #canvas { overflow: visible; } .detail { display: block; } nav { display: none; } }
      """;

  static final String SCRIPT =
      """
      (function () {
        var drawing = document.getElementById("drawing");
        var canvas = document.getElementById("canvas");
        var width = drawing.viewBox.baseVal.width, height = drawing.viewBox.baseVal.height, scale = 1;
        function size(next) {
          scale = Math.min(4, Math.max(0.1, next));
          drawing.setAttribute("width", width * scale);
          drawing.setAttribute("height", height * scale);
        }
        function fit() { size(Math.min(1, (canvas.clientWidth - 4) / width)); }
        document.getElementById("larger").onclick = function () { size(scale * 1.25); };
        document.getElementById("smaller").onclick = function () { size(scale / 1.25); };
        document.getElementById("fit").onclick = fit;
        function choose(id) {
          document.querySelectorAll(".chosen").forEach(function (each) { each.classList.remove("chosen"); });
          var box = document.getElementById(id), detail = document.getElementById("d-" + id);
          if (box && detail) {
            box.classList.add("chosen");
            detail.classList.add("chosen");
            document.getElementById("hint").hidden = true;
            document.querySelector("aside").scrollTop = 0;
            if (matchMedia("(max-width: 50rem)").matches) { detail.scrollIntoView({ block: "nearest" }); }
          }
        }
        drawing.addEventListener("click", function (event) {
          var link = event.target.closest("a");
          if (link) {
            event.preventDefault();
            choose(link.getAttribute("href").slice(3));
          }
        });
        if (location.hash.indexOf("#d-") === 0) { choose(location.hash.slice(3)); }
        fit();
      })();
      """;

  private PageStyle() {}
}
