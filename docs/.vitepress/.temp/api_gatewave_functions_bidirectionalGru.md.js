import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: bidirectionalGru()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/functions/bidirectionalGru.md","filePath":"api/gatewave/functions/bidirectionalGru.md"}');
const _sfc_main = { name: "api/gatewave/functions/bidirectionalGru.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-bidirectionalgru" tabindex="-1">Function: bidirectionalGru() <a class="header-anchor" href="#function-bidirectionalgru" aria-label="Permalink to &quot;Function: bidirectionalGru()&quot;">​</a></h1><blockquote><p><strong>bidirectionalGru</strong>(<code>x</code>, <code>weights</code>, <code>options?</code>): <code>object</code></p></blockquote><p>Two GRUs over the same sequences, one from the first step to the last and one from the last (valid) step to the first, both in the same kernel.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="x" tabindex="-1">x <a class="header-anchor" href="#x" aria-label="Permalink to &quot;x&quot;">​</a></h3><p><code>Tensor</code></p><p>[batch, time, inputDim]</p><h3 id="weights" tabindex="-1">weights <a class="header-anchor" href="#weights" aria-label="Permalink to &quot;weights&quot;">​</a></h3><h4 id="backward" tabindex="-1">backward <a class="header-anchor" href="#backward" aria-label="Permalink to &quot;backward&quot;">​</a></h4><p><code>CellWeights</code></p><h4 id="forward" tabindex="-1">forward <a class="header-anchor" href="#forward" aria-label="Permalink to &quot;forward&quot;">​</a></h4><p><code>CellWeights</code></p><h3 id="options" tabindex="-1">options? <a class="header-anchor" href="#options" aria-label="Permalink to &quot;options?&quot;">​</a></h3><p><a href="./../interfaces/BidirectionalGRUOptions.html"><code>BidirectionalGRUOptions</code></a> = <code>{}</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>object</code></p><p>outputs [batch, time, 2·units], the forward direction&#39;s features first; finalH [2, batch, units], the backward direction&#39;s being that after its last step, which is time 0</p><h3 id="finalh" tabindex="-1">finalH <a class="header-anchor" href="#finalh" aria-label="Permalink to &quot;finalH&quot;">​</a></h3><blockquote><p><strong>finalH</strong>: <code>Tensor3D</code></p></blockquote><h3 id="outputs" tabindex="-1">outputs <a class="header-anchor" href="#outputs" aria-label="Permalink to &quot;outputs&quot;">​</a></h3><blockquote><p><strong>outputs</strong>: <code>Tensor3D</code></p></blockquote><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>Error naming the tensor whose shape or type does not fit</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/functions/bidirectionalGru.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const bidirectionalGru = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  bidirectionalGru as default
};
