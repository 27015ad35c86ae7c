import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: kerasLayersModel()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/kerasLayersModel.md","filePath":"api/gatewave/model/functions/kerasLayersModel.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/kerasLayersModel.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-keraslayersmodel" tabindex="-1">Function: kerasLayersModel() <a class="header-anchor" href="#function-keraslayersmodel" aria-label="Permalink to &quot;Function: kerasLayersModel()&quot;">​</a></h1><blockquote><p><strong>kerasLayersModel</strong>(<code>__namedParameters</code>): <code>Promise</code>&lt;{ <code>model</code>: <code>LayersModel</code>; <code>notes</code>: <code>string</code>[]; }&gt;</p></blockquote><p>The model of a <code>.keras</code> file or of a whole model in <code>.h5</code>, with its weights, built from tf.js&#39;s layers. A GRU with <code>reset_after</code>, which tf.js does not have, becomes this library&#39;s. hard_sigmoid of Keras 3 is converted.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="namedparameters" tabindex="-1">__namedParameters <a class="header-anchor" href="#namedparameters" aria-label="Permalink to &quot;\\_\\_namedParameters&quot;">​</a></h3><p><a href="./../interfaces/KerasModel.html"><code>KerasModel</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Promise</code>&lt;{ <code>model</code>: <code>LayersModel</code>; <code>notes</code>: <code>string</code>[]; }&gt;</p><p>the model, and what was converted, in sentences.</p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>WeightsError when the file has weights only, or they do not fit the model; what tf.js throws of a layer that it does not have.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/kerasLayersModel.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const kerasLayersModel = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  kerasLayersModel as default
};
