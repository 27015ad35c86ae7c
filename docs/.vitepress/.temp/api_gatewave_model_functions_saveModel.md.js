import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: saveModel()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/saveModel.md","filePath":"api/gatewave/model/functions/saveModel.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/saveModel.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-savemodel" tabindex="-1">Function: saveModel() <a class="header-anchor" href="#function-savemodel" aria-label="Permalink to &quot;Function: saveModel()&quot;">​</a></h1><blockquote><p><strong>saveModel</strong>(<code>__namedParameters</code>): <code>Promise</code>&lt;<a href="./../interfaces/ModelFiles.html"><code>ModelFiles</code></a>&gt;</p></blockquote><p>Reads the weights from the device and writes all formats.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="namedparameters" tabindex="-1">__namedParameters <a class="header-anchor" href="#namedparameters" aria-label="Permalink to &quot;\\_\\_namedParameters&quot;">​</a></h3><p><a href="./../interfaces/LoadedModel.html"><code>LoadedModel</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Promise</code>&lt;<a href="./../interfaces/ModelFiles.html"><code>ModelFiles</code></a>&gt;</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/saveModel.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const saveModel = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  saveModel as default
};
