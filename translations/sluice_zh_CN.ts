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
    <name>Gateway</name>
    <message>
        <source>Can&apos;t listen on %1 port %2: %3.</source>
        <translation>无法在 %1 的端口 %2 上监听：%3。</translation>
    </message>
    <message>
        <source>Choose another port, or port 0 for a free one.</source>
        <translation>请换一个端口，或使用 0 以自动选择空闲端口。</translation>
    </message>
</context>
<context>
    <name>PlainServer</name>
    <message>
        <source>Can&apos;t listen on %1 port %2: %3.</source>
        <translation>无法在 %1 的端口 %2 上监听：%3。</translation>
    </message>
    <message>
        <source>Choose another port, or port 0 for a free one.</source>
        <translation>请换一个端口，或使用 0 以自动选择空闲端口。</translation>
    </message>
</context>
<context>
    <name>Simulator</name>
    <message>
        <source>%1 &quot;%2&quot; can&apos;t be loaded.</source>
        <translation>无法加载 %1“%2”。</translation>
    </message>
    <message>
        <source>Mend the item in the file.</source>
        <translation>请修正文件中的该项。</translation>
    </message>
</context>
<context>
    <name>SplitCodec</name>
    <message>
        <source>it shares the traffic between other than two upstreams</source>
        <translation>它不是在两个上游之间分配流量</translation>
    </message>
    <message>
        <source>it names an upstream that is written inside it, or the same side twice</source>
        <translation>它包含内联上游，或同一侧出现了两次</translation>
    </message>
    <message>
        <source>its share is no whole percentage</source>
        <translation>它的占比不是整数百分比</translation>
    </message>
    <message>
        <source>it has a condition on something else than a header, a query parameter or a cookie</source>
        <translation>它的条件针对的不是请求头、请求参数或 Cookie</translation>
    </message>
    <message>
        <source>it compares with numbers in a list, which never hits</source>
        <translation>它与列表中的数字比较，永远不会命中</translation>
    </message>
    <message>
        <source>it has a condition with an operator that the form doesn&apos;t know</source>
        <translation>它的条件使用了表单不支持的运算符</translation>
    </message>
    <message>
        <source>it has a rule without conditions, which hits every request</source>
        <translation>它有一条没有条件的规则，会命中所有请求</translation>
    </message>
    <message>
        <source>it carries settings beside its rules</source>
        <translation>除规则外，它还带有其他设置</translation>
    </message>
    <message>
        <source>it has other than one rule</source>
        <translation>它的规则数量不是一条</translation>
    </message>
    <message>
        <source>it has an empty match, which hits every request</source>
        <translation>它的 match 为空，会命中所有请求</translation>
    </message>
</context>
<context>
    <name>TrafficPolicy</name>
    <message>
        <source>After &quot;%1&quot; an &quot;&amp;&quot; is expected.</source>
        <translation>“%1”之后应为“&amp;”。</translation>
    </message>
    <message>
        <source>A condition begins with header:, query: or cookie:, not with &quot;%1&quot;.</source>
        <translation>条件应以 header:、query: 或 cookie: 开头，而不是“%1”。</translation>
    </message>
    <message>
        <source>For example: header:x-canary==1</source>
        <translation>例如：header:x-canary==1</translation>
    </message>
    <message>
        <source>A condition has no name.</source>
        <translation>有一个条件没有名称。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is followed by no operator.</source>
        <translation>“%1”后面没有运算符。</translation>
    </message>
    <message>
        <source>Operators are ==, !=, ~, &gt;, &lt;, in, exists and absent.</source>
        <translation>可用的运算符：==、!=、~、&gt;、&lt;、in、exists 和 absent。</translation>
    </message>
    <message>
        <source>A quote is not closed.</source>
        <translation>引号没有闭合。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be the name of a header.</source>
        <translation>“%1”不能作为请求头名称。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no regular expression: %2.</source>
        <translation>“%1”不是有效的正则表达式：%2。</translation>
    </message>
    <message>
        <source>APISIX would take it, and it would never hit.</source>
        <translation>APISIX 会接受它，但它永远不会命中。</translation>
    </message>
    <message>
        <source>The pattern for &quot;%1&quot; is empty: it would hit every value.</source>
        <translation>“%1”的模式为空：会命中所有值。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is compared with &quot;%2&quot;, which is no number.</source>
        <translation>“%1”与“%2”比较，但后者不是数字。</translation>
    </message>
    <message>
        <source>The list of values for &quot;%1&quot; is empty: it would never hit.</source>
        <translation>“%1”的取值列表为空：永远不会命中。</translation>
    </message>
    <message>
        <source>A rule is empty: it would hit every request.</source>
        <translation>有一条规则为空：会命中所有请求。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no traffic policy.</source>
        <translation>“%1”不是有效的流量分配方式。</translation>
    </message>
    <message>
        <source>%1 % is no share: it must be a whole number from 0 to 100.</source>
        <translation>%1 % 不是有效的占比：必须是 0 到 100 的整数。</translation>
    </message>
    <message>
        <source>There is no rule yet.</source>
        <translation>还没有规则。</translation>
    </message>
    <message>
        <source>Add at least one condition: an empty list must never mean every request.</source>
        <translation>请至少添加一个条件：空列表绝不能表示所有请求。</translation>
    </message>
    <message>
        <source>A group has no condition: it would hit every request.</source>
        <translation>有一个规则组没有条件：会命中所有请求。</translation>
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
        <translation>
            <numerusform>%n 个集群 · 刷新于 %1</numerusform>
        </translation>
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
