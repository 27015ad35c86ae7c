import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Predictions","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/Predictions.md","filePath":"api/gatewave/model/interfaces/Predictions.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/Predictions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-predictions" tabindex="-1">Interface: Predictions <a class="header-anchor" href="#interface-predictions" aria-label="Permalink to &quot;Interface: Predictions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="attention" tabindex="-1">attention <a class="header-anchor" href="#attention" aria-label="Permalink to &quot;attention&quot;">​</a></h3><blockquote><p><strong>attention</strong>: <code>Float32Array</code></p></blockquote><p>[count, time]; each row adds up to 1.</p><hr><h3 id="count" tabindex="-1">count <a class="header-anchor" href="#count" aria-label="Permalink to &quot;count&quot;">​</a></h3><blockquote><p><strong>count</strong>: <code>number</code></p></blockquote><hr><h3 id="loss" tabindex="-1">loss <a class="header-anchor" href="#loss" aria-label="Permalink to &quot;loss&quot;">​</a></h3><blockquote><p><strong>loss</strong>: <code>number</code></p></blockquote><p>Mean cross-entropy against the data set&#39;s labels.</p><hr><h3 id="outputs" tabindex="-1">outputs <a class="header-anchor" href="#outputs" aria-label="Permalink to &quot;outputs&quot;">​</a></h3><blockquote><p><strong>outputs</strong>: <code>number</code></p></blockquote><p>Columns of <code>probabilities</code>: 1 for two classes (the probability of class 1), else the number of classes.</p><hr><h3 id="probabilities" tabindex="-1">probabilities <a class="header-anchor" href="#probabilities" aria-label="Permalink to &quot;probabilities&quot;">​</a></h3><blockquote><p><strong>probabilities</strong>: <code>Float32Array</code></p></blockquote><p>[count, outputs]</p><hr><h3 id="time" tabindex="-1">time <a class="header-anchor" href="#time" aria-label="Permalink to &quot;time&quot;">​</a></h3><blockquote><p><strong>time</strong>: <code>number</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/Predictions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Predictions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Predictions as default
};
