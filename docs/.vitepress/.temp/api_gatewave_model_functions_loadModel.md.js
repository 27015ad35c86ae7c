import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: loadModel()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/loadModel.md","filePath":"api/gatewave/model/functions/loadModel.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/loadModel.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-loadmodel" tabindex="-1">Function: loadModel() <a class="header-anchor" href="#function-loadmodel" aria-label="Permalink to &quot;Function: loadModel()&quot;">​</a></h1><blockquote><p><strong>loadModel</strong>(<code>source</code>): <code>Promise</code>&lt;<a href="./../interfaces/LoadedModel.html"><code>LoadedModel</code></a>&gt;</p></blockquote><p>Makes a classifier from files that <code>saveModel</code> wrote, or from weights in any format that <code>readWeights</code> reads, if they fit.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="source" tabindex="-1">source <a class="header-anchor" href="#source" aria-label="Permalink to &quot;source&quot;">​</a></h3><p><a href="./../type-aliases/ModelSource.html"><code>ModelSource</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Promise</code>&lt;<a href="./../interfaces/LoadedModel.html"><code>LoadedModel</code></a>&gt;</p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>ModelError or WeightsError that say what does not fit.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/loadModel.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const loadModel = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  loadModel as default
};
