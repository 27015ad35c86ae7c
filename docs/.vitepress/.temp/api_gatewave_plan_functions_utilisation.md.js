import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: utilisation()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/functions/utilisation.md","filePath":"api/gatewave/plan/functions/utilisation.md"}');
const _sfc_main = { name: "api/gatewave/plan/functions/utilisation.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-utilisation" tabindex="-1">Function: utilisation() <a class="header-anchor" href="#function-utilisation" aria-label="Permalink to &quot;Function: utilisation()&quot;">​</a></h1><blockquote><p><strong>utilisation</strong>(<code>pass</code>, <code>device</code>): <code>number</code></p></blockquote><p>The share of the peak that can be had while the unit with the most workgroups is busy: units may be idle, lanes of a unit may have no work, and lanes of a vector may belong to no invocation.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="pass" tabindex="-1">pass <a class="header-anchor" href="#pass" aria-label="Permalink to &quot;pass&quot;">​</a></h3><p><a href="./../interfaces/DispatchPass.html"><code>DispatchPass</code></a></p><h3 id="device" tabindex="-1">device <a class="header-anchor" href="#device" aria-label="Permalink to &quot;device&quot;">​</a></h3><p><a href="./../interfaces/DeviceModel.html"><code>DeviceModel</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>number</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/functions/utilisation.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const utilisation = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  utilisation as default
};
