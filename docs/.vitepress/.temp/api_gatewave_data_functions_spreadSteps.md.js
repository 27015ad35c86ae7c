import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: spreadSteps()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/functions/spreadSteps.md","filePath":"api/gatewave/data/functions/spreadSteps.md"}');
const _sfc_main = { name: "api/gatewave/data/functions/spreadSteps.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-spreadsteps" tabindex="-1">Function: spreadSteps() <a class="header-anchor" href="#function-spreadsteps" aria-label="Permalink to &quot;Function: spreadSteps()&quot;">​</a></h1><blockquote><p><strong>spreadSteps</strong>(<code>weights</code>, <code>time</code>, <code>lengths</code>, <code>__namedParameters</code>): <code>Float32Array</code></p></blockquote><p>Spreads weights of prepared steps, such as attention, over the steps of the series they stand for; sums stay.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="weights" tabindex="-1">weights <a class="header-anchor" href="#weights" aria-label="Permalink to &quot;weights&quot;">​</a></h3><p><code>Float32Array</code></p><p>[count, prepared time]</p><h3 id="time" tabindex="-1">time <a class="header-anchor" href="#time" aria-label="Permalink to &quot;time&quot;">​</a></h3><p><code>number</code></p><h3 id="lengths" tabindex="-1">lengths <a class="header-anchor" href="#lengths" aria-label="Permalink to &quot;lengths&quot;">​</a></h3><p><code>Int32Array</code></p><p><code>[count]</code>: steps of each series; those behind get 0.</p><h3 id="namedparameters" tabindex="-1">__namedParameters <a class="header-anchor" href="#namedparameters" aria-label="Permalink to &quot;\\_\\_namedParameters&quot;">​</a></h3><p><a href="./../interfaces/Preparation.html"><code>Preparation</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Float32Array</code></p><p>[count, time]</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/functions/spreadSteps.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const spreadSteps = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  spreadSteps as default
};
