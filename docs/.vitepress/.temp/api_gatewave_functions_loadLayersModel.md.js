import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: loadLayersModel()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/functions/loadLayersModel.md","filePath":"api/gatewave/functions/loadLayersModel.md"}');
const _sfc_main = { name: "api/gatewave/functions/loadLayersModel.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-loadlayersmodel" tabindex="-1">Function: loadLayersModel() <a class="header-anchor" href="#function-loadlayersmodel" aria-label="Permalink to &quot;Function: loadLayersModel()&quot;">​</a></h1><blockquote><p><strong>loadLayersModel</strong>(<code>source</code>, <code>__namedParameters?</code>): <code>Promise</code>&lt;<code>LayersModel</code>&gt;</p></blockquote><p>tf.loadLayersModel with the option <code>fused</code>, which also reads a model.json that Keras 3 wrote. A model loaded this way owns its weights: <code>dispose</code> frees them.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="source" tabindex="-1">source <a class="header-anchor" href="#source" aria-label="Permalink to &quot;source&quot;">​</a></h3><p><code>string</code> | <code>IOHandler</code></p><p>a URL of a model.json, or an IOHandler</p><h3 id="namedparameters" tabindex="-1">__namedParameters? <a class="header-anchor" href="#namedparameters" aria-label="Permalink to &quot;\\_\\_namedParameters?&quot;">​</a></h3><p><a href="./../interfaces/LoadOptions.html"><code>LoadOptions</code></a> = <code>{}</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Promise</code>&lt;<code>LayersModel</code>&gt;</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/functions/loadLayersModel.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const loadLayersModel = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  loadLayersModel as default
};
