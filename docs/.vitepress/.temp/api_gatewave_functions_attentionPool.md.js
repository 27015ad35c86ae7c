import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: attentionPool()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/functions/attentionPool.md","filePath":"api/gatewave/functions/attentionPool.md"}');
const _sfc_main = { name: "api/gatewave/functions/attentionPool.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-attentionpool" tabindex="-1">Function: attentionPool() <a class="header-anchor" href="#function-attentionpool" aria-label="Permalink to &quot;Function: attentionPool()&quot;">​</a></h1><blockquote><p><strong>attentionPool</strong>(<code>values</code>, <code>parameters</code>, <code>options?</code>): <code>object</code></p></blockquote><p>Pools a sequence into one vector by attention with a learned query:</p><pre><code>additive: e_t = query · tanh(kernelᵀ y_t + bias)    (Bahdanau et al. 2015, without the decoder&#39;s state)
dot:      e_t = query · y_t / √features             (Vaswani et al. 2017, with one learned query)
weights = softmax over time of e       context = Σ_t weights_t y_t
</code></pre><p>Differentiable in every float32 input, through both outputs.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="values" tabindex="-1">values <a class="header-anchor" href="#values" aria-label="Permalink to &quot;values&quot;">​</a></h3><p><code>Tensor</code></p><p>[batch, time, features]</p><h3 id="parameters-1" tabindex="-1">parameters <a class="header-anchor" href="#parameters-1" aria-label="Permalink to &quot;parameters&quot;">​</a></h3><p><a href="./../type-aliases/AttentionParameters.html"><code>AttentionParameters</code></a></p><h3 id="options" tabindex="-1">options? <a class="header-anchor" href="#options" aria-label="Permalink to &quot;options?&quot;">​</a></h3><p><a href="./../interfaces/AttentionOptions.html"><code>AttentionOptions</code></a> = <code>{}</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>object</code></p><p>context [batch, features], weights [batch, time]; each row of weights sums to 1</p><h3 id="context" tabindex="-1">context <a class="header-anchor" href="#context" aria-label="Permalink to &quot;context&quot;">​</a></h3><blockquote><p><strong>context</strong>: <code>Tensor2D</code></p></blockquote><h3 id="weights" tabindex="-1">weights <a class="header-anchor" href="#weights" aria-label="Permalink to &quot;weights&quot;">​</a></h3><blockquote><p><strong>weights</strong>: <code>Tensor2D</code></p></blockquote><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>Error naming the tensor whose shape or type does not fit</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/functions/attentionPool.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const attentionPool = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  attentionPool as default
};
