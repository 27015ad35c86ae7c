import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: compilePlans()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/functions/compilePlans.md","filePath":"api/gatewave/plan/functions/compilePlans.md"}');
const _sfc_main = { name: "api/gatewave/plan/functions/compilePlans.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-compileplans" tabindex="-1">Function: compilePlans() <a class="header-anchor" href="#function-compileplans" aria-label="Permalink to &quot;Function: compilePlans()&quot;">​</a></h1><blockquote><p><strong>compilePlans</strong>(<code>plans</code>): <code>Promise</code>&lt;<code>void</code>&gt;</p></blockquote><p>Compiles the pipelines of plans on the current &#39;webgpu&#39; backend&#39;s device, in parallel and without blocking. Without it, the first run of each plan compiles its own, one after the other.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="plans" tabindex="-1">plans <a class="header-anchor" href="#plans" aria-label="Permalink to &quot;plans&quot;">​</a></h3><p>readonly <a href="./../interfaces/Plan.html"><code>Plan</code></a>[]</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Promise</code>&lt;<code>void</code>&gt;</p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>GPUPipelineError when a shader does not compile.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/functions/compilePlans.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const compilePlans = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  compilePlans as default
};
