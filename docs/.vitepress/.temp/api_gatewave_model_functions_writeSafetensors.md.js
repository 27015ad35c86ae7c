import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: writeSafetensors()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/writeSafetensors.md","filePath":"api/gatewave/model/functions/writeSafetensors.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/writeSafetensors.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-writesafetensors" tabindex="-1">Function: writeSafetensors() <a class="header-anchor" href="#function-writesafetensors" aria-label="Permalink to &quot;Function: writeSafetensors()&quot;">​</a></h1><blockquote><p><strong>writeSafetensors</strong>(<code>tensors</code>, <code>metadata?</code>): <code>Uint8Array</code>&lt;<code>ArrayBuffer</code>&gt;</p></blockquote><p>Writes tensors as F32, in the order of the map; the header is padded so that the data start at a multiple of 8 bytes.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="tensors" tabindex="-1">tensors <a class="header-anchor" href="#tensors" aria-label="Permalink to &quot;tensors&quot;">​</a></h3><p><code>ReadonlyMap</code>&lt;<code>string</code>, <a href="./../interfaces/WeightTensor.html"><code>WeightTensor</code></a>&gt;</p><h3 id="metadata" tabindex="-1">metadata? <a class="header-anchor" href="#metadata" aria-label="Permalink to &quot;metadata?&quot;">​</a></h3><p><code>Record</code>&lt;<code>string</code>, <code>string</code>&gt; = <code>{}</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Uint8Array</code>&lt;<code>ArrayBuffer</code>&gt;</p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>WeightsError when a tensor&#39;s shape does not fit its data, or a name is the reserved <code>__metadata__</code>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/writeSafetensors.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const writeSafetensors = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  writeSafetensors as default
};
