import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: encodeRecurrent()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/encodeRecurrent.md","filePath":"api/gatewave/model/functions/encodeRecurrent.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/encodeRecurrent.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-encoderecurrent" tabindex="-1">Function: encodeRecurrent() <a class="header-anchor" href="#function-encoderecurrent" aria-label="Permalink to &quot;Function: encodeRecurrent()&quot;">​</a></h1><blockquote><p><strong>encodeRecurrent</strong>(<code>layers</code>): <code>Uint8Array</code></p></blockquote><p>A model of recurrent layers, one after the other, with tanh and sigmoid. Inputs: <code>x</code> [batch, time, inputDim], and <code>lengths</code> [batch] int32, the steps of each sequence; later steps are padding, whose outputs are 0. Output: <code>outputs</code> [batch, time, directions·units].</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="layers" tabindex="-1">layers <a class="header-anchor" href="#layers" aria-label="Permalink to &quot;layers&quot;">​</a></h3><p>readonly <a href="./../interfaces/RecurrentWeights.html"><code>RecurrentWeights</code></a>[]</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Uint8Array</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/encodeRecurrent.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const encodeRecurrent = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  encodeRecurrent as default
};
