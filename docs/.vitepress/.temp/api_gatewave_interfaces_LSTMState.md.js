import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: LSTMState","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/interfaces/LSTMState.md","filePath":"api/gatewave/interfaces/LSTMState.md"}');
const _sfc_main = { name: "api/gatewave/interfaces/LSTMState.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-lstmstate" tabindex="-1">Interface: LSTMState <a class="header-anchor" href="#interface-lstmstate" aria-label="Permalink to &quot;Interface: LSTMState&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="c" tabindex="-1">c <a class="header-anchor" href="#c" aria-label="Permalink to &quot;c&quot;">​</a></h3><blockquote><p><strong>c</strong>: <code>Tensor</code></p></blockquote><p>Cell state, shaped as h.</p><hr><h3 id="h" tabindex="-1">h <a class="header-anchor" href="#h" aria-label="Permalink to &quot;h&quot;">​</a></h3><blockquote><p><strong>h</strong>: <code>Tensor</code></p></blockquote><p>Hidden state, [batch, units]; of both directions [2, batch, units].</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/interfaces/LSTMState.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LSTMState = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LSTMState as default
};
