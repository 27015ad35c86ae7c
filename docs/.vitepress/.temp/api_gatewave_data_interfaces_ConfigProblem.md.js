import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ConfigProblem","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/interfaces/ConfigProblem.md","filePath":"api/gatewave/data/interfaces/ConfigProblem.md"}');
const _sfc_main = { name: "api/gatewave/data/interfaces/ConfigProblem.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-configproblem" tabindex="-1">Interface: ConfigProblem <a class="header-anchor" href="#interface-configproblem" aria-label="Permalink to &quot;Interface: ConfigProblem&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="key" tabindex="-1">key <a class="header-anchor" href="#key" aria-label="Permalink to &quot;key&quot;">​</a></h3><blockquote><p><strong>key</strong>: <code>string</code></p></blockquote><p>The key at fault or, where several values conflict, the one to change first.</p><hr><h3 id="message" tabindex="-1">message <a class="header-anchor" href="#message" aria-label="Permalink to &quot;message&quot;">​</a></h3><blockquote><p><strong>message</strong>: <code>string</code></p></blockquote><p>One sentence that names the key, the value it has and what is allowed.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/interfaces/ConfigProblem.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ConfigProblem = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ConfigProblem as default
};
