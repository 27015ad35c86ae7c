import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: torchRecurrentModules()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/torchRecurrentModules.md","filePath":"api/gatewave/model/functions/torchRecurrentModules.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/torchRecurrentModules.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-torchrecurrentmodules" tabindex="-1">Function: torchRecurrentModules() <a class="header-anchor" href="#function-torchrecurrentmodules" aria-label="Permalink to &quot;Function: torchRecurrentModules()&quot;">​</a></h1><blockquote><p><strong>torchRecurrentModules</strong>(<code>tensors</code>): <code>string</code>[]</p></blockquote><p>The modules, such as <code>encoder.lstm</code>, under which the tensors have a recurrent layer; &#39;&#39; is the top.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="tensors" tabindex="-1">tensors <a class="header-anchor" href="#tensors" aria-label="Permalink to &quot;tensors&quot;">​</a></h3><p><a href="./../type-aliases/NamedTensors.html"><code>NamedTensors</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>string</code>[]</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/torchRecurrentModules.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const torchRecurrentModules = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  torchRecurrentModules as default
};
