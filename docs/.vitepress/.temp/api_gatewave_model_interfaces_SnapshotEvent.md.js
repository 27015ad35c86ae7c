import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SnapshotEvent","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/SnapshotEvent.md","filePath":"api/gatewave/model/interfaces/SnapshotEvent.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/SnapshotEvent.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-snapshotevent" tabindex="-1">Interface: SnapshotEvent <a class="header-anchor" href="#interface-snapshotevent" aria-label="Permalink to &quot;Interface: SnapshotEvent&quot;">​</a></h1><p>What the model predicts for the watched series with the weights of this moment: sent before the first step of a run, after each epoch (following its <code>EpochEvent</code>), and in between as often as it costs little. Only for a run that watches series.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="attention" tabindex="-1">attention <a class="header-anchor" href="#attention" aria-label="Permalink to &quot;attention&quot;">​</a></h3><blockquote><p><strong>attention</strong>: <code>Float32Array</code></p></blockquote><p>[n, time], over the steps of the series; each row adds up to 1.</p><hr><h3 id="epoch" tabindex="-1">epoch <a class="header-anchor" href="#epoch" aria-label="Permalink to &quot;epoch&quot;">​</a></h3><blockquote><p><strong>epoch</strong>: <code>number</code></p></blockquote><p>Whole epochs done.</p><hr><h3 id="globalstep" tabindex="-1">globalStep <a class="header-anchor" href="#globalstep" aria-label="Permalink to &quot;globalStep&quot;">​</a></h3><blockquote><p><strong>globalStep</strong>: <code>number</code></p></blockquote><p>Steps done, counted over all epochs.</p><hr><h3 id="probabilities" tabindex="-1">probabilities <a class="header-anchor" href="#probabilities" aria-label="Permalink to &quot;probabilities&quot;">​</a></h3><blockquote><p><strong>probabilities</strong>: <code>Float32Array</code></p></blockquote><p>[n, outputs], as in <code>Predictions</code>.</p><hr><h3 id="type" tabindex="-1">type <a class="header-anchor" href="#type" aria-label="Permalink to &quot;type&quot;">​</a></h3><blockquote><p><strong>type</strong>: <code>&quot;snapshot&quot;</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/SnapshotEvent.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SnapshotEvent = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SnapshotEvent as default
};
