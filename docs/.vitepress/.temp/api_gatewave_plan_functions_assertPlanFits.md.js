import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: assertPlanFits()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/functions/assertPlanFits.md","filePath":"api/gatewave/plan/functions/assertPlanFits.md"}');
const _sfc_main = { name: "api/gatewave/plan/functions/assertPlanFits.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-assertplanfits" tabindex="-1">Function: assertPlanFits() <a class="header-anchor" href="#function-assertplanfits" aria-label="Permalink to &quot;Function: assertPlanFits()&quot;">​</a></h1><blockquote><p><strong>assertPlanFits</strong>(<code>plan</code>, <code>limits</code>): <code>void</code></p></blockquote><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="plan" tabindex="-1">plan <a class="header-anchor" href="#plan" aria-label="Permalink to &quot;plan&quot;">​</a></h3><p><a href="./../interfaces/Plan.html"><code>Plan</code></a></p><h3 id="limits" tabindex="-1">limits <a class="header-anchor" href="#limits" aria-label="Permalink to &quot;limits&quot;">​</a></h3><p><a href="./../interfaces/DeviceProfile.html"><code>DeviceProfile</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>void</code></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>Error naming the buffer, its size and the device&#39;s limit, when a buffer of the plan cannot exist on the device or cannot be bound.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/functions/assertPlanFits.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const assertPlanFits = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  assertPlanFits as default
};
