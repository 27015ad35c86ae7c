import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: gru()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/functions/gru.md","filePath":"api/gatewave/functions/gru.md"}');
const _sfc_main = { name: "api/gatewave/functions/gru.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-gru" tabindex="-1">Function: gru() <a class="header-anchor" href="#function-gru" aria-label="Permalink to &quot;Function: gru()&quot;">​</a></h1><blockquote><p><strong>gru</strong>(<code>x</code>, <code>weights</code>, <code>options?</code>): <code>object</code></p></blockquote><p>Gated recurrent unit over whole sequences (Cho et al. 2014; with <code>resetAfter</code>, the variant of cuDNN):</p><pre><code>z = σ(x_t·W_z + h·U_z + b_z + b&#39;_z)   r = σ(x_t·W_r + h·U_r + b_r + b&#39;_r)
h̃ = act(x_t·W_h + b_h + r ⊙ (h·U_h + b&#39;_h))     with resetAfter
h̃ = act(x_t·W_h + b_h + (r ⊙ h)·U_h)            without it; there is no b&#39;
h_t = z ⊙ h_{t-1} + (1 − z) ⊙ h̃
</code></pre><p>Differentiable in every float32 input, through every output.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="x" tabindex="-1">x <a class="header-anchor" href="#x" aria-label="Permalink to &quot;x&quot;">​</a></h3><p><code>Tensor</code></p><p>[batch, time, inputDim]</p><h3 id="weights" tabindex="-1">weights <a class="header-anchor" href="#weights" aria-label="Permalink to &quot;weights&quot;">​</a></h3><p><code>CellWeights</code></p><h3 id="options" tabindex="-1">options? <a class="header-anchor" href="#options" aria-label="Permalink to &quot;options?&quot;">​</a></h3><p><a href="./../interfaces/GRUOptions.html"><code>GRUOptions</code></a> = <code>{}</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>object</code></p><p>outputs [batch, time, units], and finalH [batch, units], the state after the last step taken</p><h3 id="finalh" tabindex="-1">finalH <a class="header-anchor" href="#finalh" aria-label="Permalink to &quot;finalH&quot;">​</a></h3><blockquote><p><strong>finalH</strong>: <code>Tensor2D</code></p></blockquote><h3 id="outputs" tabindex="-1">outputs <a class="header-anchor" href="#outputs" aria-label="Permalink to &quot;outputs&quot;">​</a></h3><blockquote><p><strong>outputs</strong>: <code>Tensor3D</code></p></blockquote><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>Error naming the tensor whose shape or type does not fit</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/functions/gru.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const gru = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  gru as default
};
