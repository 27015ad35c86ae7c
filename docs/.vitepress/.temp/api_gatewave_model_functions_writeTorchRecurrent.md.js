import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: writeTorchRecurrent()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/writeTorchRecurrent.md","filePath":"api/gatewave/model/functions/writeTorchRecurrent.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/writeTorchRecurrent.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-writetorchrecurrent" tabindex="-1">Function: writeTorchRecurrent() <a class="header-anchor" href="#function-writetorchrecurrent" aria-label="Permalink to &quot;Function: writeTorchRecurrent()&quot;">​</a></h1><blockquote><p><strong>writeTorchRecurrent</strong>(<code>layers</code>, <code>module?</code>): <a href="./../type-aliases/NamedTensors.html"><code>NamedTensors</code></a></p></blockquote><p>Names layers as torch does, the first one first.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="layers" tabindex="-1">layers <a class="header-anchor" href="#layers" aria-label="Permalink to &quot;layers&quot;">​</a></h3><p>readonly <a href="./../interfaces/RecurrentWeights.html"><code>RecurrentWeights</code></a>[]</p><h3 id="module" tabindex="-1">module? <a class="header-anchor" href="#module" aria-label="Permalink to &quot;module?&quot;">​</a></h3><p><code>string</code> = <code>&#39;&#39;</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../type-aliases/NamedTensors.html"><code>NamedTensors</code></a></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>WeightsError for a GRU whose reset gate acts before the product, which torch does not have.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/writeTorchRecurrent.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const writeTorchRecurrent = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  writeTorchRecurrent as default
};
