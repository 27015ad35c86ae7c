import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Position","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/Position.md","filePath":"api/gatewave/model/interfaces/Position.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/Position.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-position" tabindex="-1">Interface: Position <a class="header-anchor" href="#interface-position" aria-label="Permalink to &quot;Interface: Position&quot;">​</a></h1><p>Where a run stands; all plain values.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="best" tabindex="-1">best <a class="header-anchor" href="#best" aria-label="Permalink to &quot;best&quot;">​</a></h3><blockquote><p><strong>best</strong>: { <code>epoch</code>: <code>number</code>; <code>validationAccuracy</code>: <code>number</code>; <code>validationLoss</code>: <code>number</code>; } | <code>null</code></p></blockquote><p>The epoch with the lowest validation loss; null before the end of the first.</p><hr><h3 id="epoch" tabindex="-1">epoch <a class="header-anchor" href="#epoch" aria-label="Permalink to &quot;epoch&quot;">​</a></h3><blockquote><p><strong>epoch</strong>: <code>number</code></p></blockquote><p>Whole epochs done, and steps done in the current one.</p><hr><h3 id="epochbegan" tabindex="-1">epochBegan <a class="header-anchor" href="#epochbegan" aria-label="Permalink to &quot;epochBegan&quot;">​</a></h3><blockquote><p><strong>epochBegan</strong>: <code>number</code></p></blockquote><hr><h3 id="globalstep" tabindex="-1">globalStep <a class="header-anchor" href="#globalstep" aria-label="Permalink to &quot;globalStep&quot;">​</a></h3><blockquote><p><strong>globalStep</strong>: <code>number</code></p></blockquote><hr><h3 id="order" tabindex="-1">order <a class="header-anchor" href="#order" aria-label="Permalink to &quot;order&quot;">​</a></h3><blockquote><p><strong>order</strong>: <code>Int32Array</code></p></blockquote><p>Series of the current epoch in their order; empty before its first step.</p><hr><h3 id="plateau" tabindex="-1">plateau <a class="header-anchor" href="#plateau" aria-label="Permalink to &quot;plateau&quot;">​</a></h3><blockquote><p><strong>plateau</strong>: <code>PlateauState</code></p></blockquote><hr><h3 id="seconds" tabindex="-1">seconds <a class="header-anchor" href="#seconds" aria-label="Permalink to &quot;seconds&quot;">​</a></h3><blockquote><p><strong>seconds</strong>: <code>number</code></p></blockquote><p>Running time so far, without the pauses, and what it was when the current epoch began.</p><hr><h3 id="step" tabindex="-1">step <a class="header-anchor" href="#step" aria-label="Permalink to &quot;step&quot;">​</a></h3><blockquote><p><strong>step</strong>: <code>number</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/Position.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Position = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Position as default
};
