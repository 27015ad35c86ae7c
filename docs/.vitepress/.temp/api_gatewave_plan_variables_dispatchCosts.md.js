import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: dispatchCosts","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/variables/dispatchCosts.md","filePath":"api/gatewave/plan/variables/dispatchCosts.md"}');
const _sfc_main = { name: "api/gatewave/plan/variables/dispatchCosts.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="variable-dispatchcosts" tabindex="-1">Variable: dispatchCosts <a class="header-anchor" href="#variable-dispatchcosts" aria-label="Permalink to &quot;Variable: dispatchCosts&quot;">​</a></h1><blockquote><p><code>const</code> <strong>dispatchCosts</strong>: <code>object</code></p></blockquote><p>Published cost of a WebGPU dispatch, API and validation alone, in seconds: 24–36 µs on Vulkan, 32–71 µs on Metal (Maczan 2026, arXiv:2604.02344). Both ends are predicted for every device.</p><h2 id="type-declaration" tabindex="-1">Type Declaration <a class="header-anchor" href="#type-declaration" aria-label="Permalink to &quot;Type Declaration&quot;">​</a></h2><h3 id="high" tabindex="-1">high <a class="header-anchor" href="#high" aria-label="Permalink to &quot;high&quot;">​</a></h3><blockquote><p><code>readonly</code> <strong>high</strong>: <code>0.000071</code> = <code>71e-6</code></p></blockquote><h3 id="low" tabindex="-1">low <a class="header-anchor" href="#low" aria-label="Permalink to &quot;low&quot;">​</a></h3><blockquote><p><code>readonly</code> <strong>low</strong>: <code>0.000024</code> = <code>24e-6</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/variables/dispatchCosts.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const dispatchCosts = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  dispatchCosts as default
};
