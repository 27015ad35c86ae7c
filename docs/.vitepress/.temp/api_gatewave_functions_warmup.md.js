import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: warmup()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/functions/warmup.md","filePath":"api/gatewave/functions/warmup.md"}');
const _sfc_main = { name: "api/gatewave/functions/warmup.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-warmup" tabindex="-1">Function: warmup() <a class="header-anchor" href="#function-warmup" aria-label="Permalink to &quot;Function: warmup()&quot;">​</a></h1><blockquote><p><strong>warmup</strong>(<code>ops</code>, <code>__namedParameters?</code>): <code>Promise</code>&lt;<code>void</code>&gt;</p></blockquote><p>Compiles the pipelines of ops in parallel and without blocking; without it, the first run of each compiles its own, one after the other. With <code>tune</code>, first measures which variants are the fastest: see <code>tune</code>.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="ops" tabindex="-1">ops <a class="header-anchor" href="#ops" aria-label="Permalink to &quot;ops&quot;">​</a></h3><p>readonly <a href="./../interfaces/TunableOp.html"><code>TunableOp</code></a>[]</p><h3 id="namedparameters" tabindex="-1">__namedParameters? <a class="header-anchor" href="#namedparameters" aria-label="Permalink to &quot;\\_\\_namedParameters?&quot;">​</a></h3><h4 id="tune" tabindex="-1">tune? <a class="header-anchor" href="#tune" aria-label="Permalink to &quot;tune?&quot;">​</a></h4><p><code>boolean</code> = <code>false</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Promise</code>&lt;<code>void</code>&gt;</p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>Error when the current backend is not &#39;webgpu&#39;, when an op cannot run, or a shader does not compile.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/functions/warmup.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const warmup = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  warmup as default
};
