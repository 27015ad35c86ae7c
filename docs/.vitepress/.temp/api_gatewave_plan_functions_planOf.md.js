import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: planOf()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/functions/planOf.md","filePath":"api/gatewave/plan/functions/planOf.md"}');
const _sfc_main = { name: "api/gatewave/plan/functions/planOf.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-planof" tabindex="-1">Function: planOf() <a class="header-anchor" href="#function-planof" aria-label="Permalink to &quot;Function: planOf()&quot;">​</a></h1><blockquote><p><strong>planOf</strong>(<code>op</code>, <code>device</code>): <a href="./../interfaces/Plan.html"><code>Plan</code></a></p></blockquote><p>The plan that runs an op on a device.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="op" tabindex="-1">op <a class="header-anchor" href="#op" aria-label="Permalink to &quot;op&quot;">​</a></h3><p><a href="./../../interfaces/TunableOp.html"><code>TunableOp</code></a></p><h3 id="device" tabindex="-1">device <a class="header-anchor" href="#device" aria-label="Permalink to &quot;device&quot;">​</a></h3><p><a href="./../interfaces/DeviceProfile.html"><code>DeviceProfile</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/Plan.html"><code>Plan</code></a></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>Error when no variant can run there.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/functions/planOf.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const planOf = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  planOf as default
};
