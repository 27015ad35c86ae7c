import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: describePreparation()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/functions/describePreparation.md","filePath":"api/gatewave/data/functions/describePreparation.md"}');
const _sfc_main = { name: "api/gatewave/data/functions/describePreparation.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-describepreparation" tabindex="-1">Function: describePreparation() <a class="header-anchor" href="#function-describepreparation" aria-label="Permalink to &quot;Function: describePreparation()&quot;">​</a></h1><blockquote><p><strong>describePreparation</strong>(<code>__namedParameters</code>): <code>string</code></p></blockquote><p>In a few words, for example <code>zscore, with differences, every 4 steps as one (mean)</code>.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="namedparameters" tabindex="-1">__namedParameters <a class="header-anchor" href="#namedparameters" aria-label="Permalink to &quot;\\_\\_namedParameters&quot;">​</a></h3><p><a href="./../interfaces/Preparation.html"><code>Preparation</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>string</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/functions/describePreparation.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const describePreparation = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  describePreparation as default
};
