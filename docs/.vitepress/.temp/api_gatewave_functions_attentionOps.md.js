import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: attentionOps()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/functions/attentionOps.md","filePath":"api/gatewave/functions/attentionOps.md"}');
const _sfc_main = { name: "api/gatewave/functions/attentionOps.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-attentionops" tabindex="-1">Function: attentionOps() <a class="header-anchor" href="#function-attentionops" aria-label="Permalink to &quot;Function: attentionOps()&quot;">​</a></h1><blockquote><p><strong>attentionOps</strong>(<code>sizes</code>, <code>__namedParameters?</code>): <a href="./../interfaces/TunableOp.html"><code>TunableOp</code></a>[]</p></blockquote><p>The ops of attention pooling for <code>tune</code> and <code>warmup</code>: the forward pass or, with <code>training</code>, both passes.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="sizes" tabindex="-1">sizes <a class="header-anchor" href="#sizes" aria-label="Permalink to &quot;sizes&quot;">​</a></h3><p><a href="./../interfaces/AttentionSizes.html"><code>AttentionSizes</code></a></p><h3 id="namedparameters" tabindex="-1">__namedParameters? <a class="header-anchor" href="#namedparameters" aria-label="Permalink to &quot;\\_\\_namedParameters?&quot;">​</a></h3><h4 id="training" tabindex="-1">training? <a class="header-anchor" href="#training" aria-label="Permalink to &quot;training?&quot;">​</a></h4><p><code>boolean</code> = <code>false</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/TunableOp.html"><code>TunableOp</code></a>[]</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/functions/attentionOps.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const attentionOps = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  attentionOps as default
};
