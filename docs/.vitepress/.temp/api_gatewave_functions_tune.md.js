import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: tune()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/functions/tune.md","filePath":"api/gatewave/functions/tune.md"}');
const _sfc_main = { name: "api/gatewave/functions/tune.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-tune" tabindex="-1">Function: tune() <a class="header-anchor" href="#function-tune" aria-label="Permalink to &quot;Function: tune()&quot;">​</a></h1><blockquote><p><strong>tune</strong>(<code>ops</code>): <code>Promise</code>&lt;<a href="./../interfaces/TunedOp.html"><code>TunedOp</code></a>[]&gt;</p></blockquote><p>Times the variants of each op on the current &#39;webgpu&#39; backend&#39;s device, uses the fastest of each from then on, and remembers it for shapes of the same class on the same adapter. Takes seconds; run nothing else on the device meanwhile.</p><p>A choice may change the last bits of results, since variants add in different orders. <code>initialiseWebGPU({ tune: false })</code> ignores what was remembered.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="ops" tabindex="-1">ops <a class="header-anchor" href="#ops" aria-label="Permalink to &quot;ops&quot;">​</a></h3><p>readonly <a href="./../interfaces/TunableOp.html"><code>TunableOp</code></a>[]</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Promise</code>&lt;<a href="./../interfaces/TunedOp.html"><code>TunedOp</code></a>[]&gt;</p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>Error when the current backend is not &#39;webgpu&#39;, and when the device is lost.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/functions/tune.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const tune = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  tune as default
};
