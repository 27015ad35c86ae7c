import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: profileOf()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/functions/profileOf.md","filePath":"api/gatewave/plan/functions/profileOf.md"}');
const _sfc_main = { name: "api/gatewave/plan/functions/profileOf.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-profileof" tabindex="-1">Function: profileOf() <a class="header-anchor" href="#function-profileof" aria-label="Permalink to &quot;Function: profileOf()&quot;">​</a></h1><blockquote><p><strong>profileOf</strong>(<code>device</code>): <a href="./../interfaces/DeviceProfile.html"><code>DeviceProfile</code></a></p></blockquote><p>What plans need to know about a device, including one that <code>initialiseWebGPU</code> did not make.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="device" tabindex="-1">device <a class="header-anchor" href="#device" aria-label="Permalink to &quot;device&quot;">​</a></h3><p><code>GPUDevice</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/DeviceProfile.html"><code>DeviceProfile</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/functions/profileOf.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const profileOf = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  profileOf as default
};
