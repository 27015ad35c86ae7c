import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: fitPreparation()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/functions/fitPreparation.md","filePath":"api/gatewave/data/functions/fitPreparation.md"}');
const _sfc_main = { name: "api/gatewave/data/functions/fitPreparation.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-fitpreparation" tabindex="-1">Function: fitPreparation() <a class="header-anchor" href="#function-fitpreparation" aria-label="Permalink to &quot;Function: fitPreparation()&quot;">​</a></h1><blockquote><p><strong>fitPreparation</strong>(<code>train</code>, <code>options</code>): <a href="./../interfaces/FittedPreparation.html"><code>FittedPreparation</code></a></p></blockquote><p>Decides how series are prepared, and measures what that takes. It looks at the training part only, so that nothing of the other parts gets into the model.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="train" tabindex="-1">train <a class="header-anchor" href="#train" aria-label="Permalink to &quot;train&quot;">​</a></h3><p><a href="./../interfaces/Dataset.html"><code>Dataset</code></a></p><h3 id="options" tabindex="-1">options <a class="header-anchor" href="#options" aria-label="Permalink to &quot;options&quot;">​</a></h3><p><a href="./../interfaces/PreparationOptions.html"><code>PreparationOptions</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/FittedPreparation.html"><code>FittedPreparation</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/functions/fitPreparation.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const fitPreparation = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  fitPreparation as default
};
