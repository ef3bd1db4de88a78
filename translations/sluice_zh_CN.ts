<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Environment</name>
    <message>
        <source>Development</source>
        <translation>开发</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>预发</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
</context>
<context>
    <name>sluice</name>
    <message>
        <source>A condition has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be the name of a header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no regular expression: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>APISIX would take it, and it would never hit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern for &quot;%1&quot; is empty: it would hit every value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is compared with &quot;%2&quot;, which is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of values for &quot;%1&quot; is empty: it would never hit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule is empty: it would hit every request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no traffic policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % is no share: it must be a whole number from 0 to 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no rule yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add at least one condition: an empty list must never mean every request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A group has no condition: it would hit every request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it shares the traffic between other than two upstreams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names an upstream that is written inside it, or the same side twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its share is no whole percentage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has a condition on something else than a header, a query parameter or a cookie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it compares with numbers in a list, which never hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has a condition with an operator that the form doesn&apos;t know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has a rule without conditions, which hits every request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it carries settings beside its rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has other than one rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has an empty match, which hits every request</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::RuleReader</name>
    <message>
        <source>After &quot;%1&quot; an &quot;&amp;&quot; is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A condition begins with header:, query: or cookie:, not with &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: header:x-canary==1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A condition has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is followed by no operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operators are ==, !=, ~, &gt;, &lt;, in, exists and absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quote is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::app::Banner</name>
    <message>
        <source>What the gateway said</source>
        <translation>网关的回答</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>sluice::app::ClustersPage</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Admin address</source>
        <translation>管理地址</translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation>网关地址</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Cluster list</source>
        <translation>集群列表</translation>
    </message>
    <message>
        <source>%1 (demo)</source>
        <translation>%1（演示）</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Read and write</source>
        <translation>可读写</translation>
    </message>
    <message numerus="yes">
        <source>%n cluster(s) · refreshed %1</source>
        <extracomment>%1 is a time of day.</extracomment>
        <translation><numerusform>%n 个集群 · 刷新于 %1</numerusform></translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>集群管理</translation>
    </message>
    <message>
        <source>No cluster is known yet.</source>
        <translation>还没有集群。</translation>
    </message>
    <message>
        <source>Try a release on the local simulator first.</source>
        <translation>可以先在本地模拟器上试一次发布。</translation>
    </message>
</context>
<context>
    <name>sluice::app::FilterLine</name>
    <message>
        <source>Filter…</source>
        <translation>筛选…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
</context>
<context>
    <name>sluice::app::ListView</name>
    <message>
        <source>Reset columns</source>
        <translation>恢复默认列</translation>
    </message>
</context>
<context>
    <name>sluice::app::MainWindow</name>
    <message>
        <source>Go back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Go up</source>
        <translation>上一级</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Switch the language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Leave this page?</source>
        <translation>离开此页面？</translation>
    </message>
    <message>
        <source>What you typed here has not been submitted yet.</source>
        <translation>此处输入的内容尚未提交。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Local simulator</source>
        <translation>本地模拟器</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>Cluster list</source>
        <translation>集群列表</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>工作分区</translation>
    </message>
    <message>
        <source>API management</source>
        <translation>API 管理</translation>
    </message>
    <message>
        <source>APIs</source>
        <translation>API 列表</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>发布管理</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>上游管理</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>集群管理</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>当前位置</translation>
    </message>
</context>
<context>
    <name>sluice::app::RowActionDelegate</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>sluice::app::TopBar</name>
    <message>
        <source>Clusters</source>
        <translation>集群管理</translation>
    </message>
    <message>
        <source>Local simulator</source>
        <translation>本地模拟器</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>中/EN</source>
        <extracomment>The button that switches the language; the same in both.</extracomment>
        <translation>中/EN</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Switch the language</source>
        <translation>切换语言</translation>
    </message>
</context>
</TS>
