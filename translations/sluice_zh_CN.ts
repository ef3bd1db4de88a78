<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AdminClient</name>
    <message>
        <source>This Admin key may only read.</source>
        <translation>此 Admin Key 只能读取。</translation>
    </message>
    <message>
        <source>Use a key with the role admin to change anything.</source>
        <translation>要进行更改，请使用角色为 admin 的 Key。</translation>
    </message>
    <message>
        <source>APISIX %1 can be looked at, not changed: releases need 3.7 or later.</source>
        <translation>APISIX %1 只能查看，不能更改：发布功能需要 3.7 或更高版本。</translation>
    </message>
    <message>
        <source>Update the gateway.</source>
        <translation>请升级网关。</translation>
    </message>
    <message>
        <source>The gateway runs without the plugin traffic-split.</source>
        <translation>该网关未启用 traffic-split 插件。</translation>
    </message>
    <message>
        <source>Add the line &quot;- traffic-split&quot; under plugins: in the gateway&apos;s config.yaml, and reload it.</source>
        <translation>请在网关 config.yaml 的 plugins: 下添加一行“- traffic-split”，然后重新加载。</translation>
    </message>
    <message>
        <source>This cluster is set to read-only.</source>
        <translation>此集群已设为只读。</translation>
    </message>
    <message>
        <source>Change that in the cluster&apos;s settings.</source>
        <translation>可在集群设置中更改。</translation>
    </message>
    <message>
        <source>The answer is not that of an Admin API of version 3.</source>
        <translation>返回内容不是第 3 版 Admin API 的应答。</translation>
    </message>
    <message>
        <source>This is API7 Enterprise, whose Admin API is another one.</source>
        <translation>这是 API7 企业版，它使用的是另一种 Admin API。</translation>
    </message>
    <message>
        <source>This gateway speaks the Admin API of APISIX 2.x.</source>
        <translation>该网关使用的是 APISIX 2.x 的 Admin API。</translation>
    </message>
    <message>
        <source>Update it to 3.7 or later.</source>
        <translation>请升级到 3.7 或更高版本。</translation>
    </message>
    <message>
        <source>This gateway runs in standalone mode: its configuration is one file, not an Admin API.</source>
        <translation>该网关以 standalone 模式运行：其配置来自文件，而不是 Admin API。</translation>
    </message>
    <message>
        <source>Use the traditional or the decoupled mode.</source>
        <translation>请使用 traditional 或 decoupled 模式。</translation>
    </message>
    <message>
        <source>No Admin API answers at this address.</source>
        <translation>此地址上没有 Admin API 应答。</translation>
    </message>
    <message>
        <source>Check host, port and base path; the port of the gateway is another one.</source>
        <translation>请检查主机、端口和基础路径；网关的端口与 Admin API 的端口不同。</translation>
    </message>
    <message>
        <source>Check the address: something else may answer there.</source>
        <translation>请检查地址：应答的可能是其他服务。</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>This Admin key may only read.</source>
        <translation>此 Admin Key 只能读取。</translation>
    </message>
    <message>
        <source>Use a key with the role admin to change anything.</source>
        <translation>要进行更改，请使用角色为 admin 的 Key。</translation>
    </message>
    <message>
        <source>The gateway does not accept this Admin key.</source>
        <translation>网关不接受此 Admin Key。</translation>
    </message>
    <message>
        <source>Enter the key that stands under admin_key in the gateway&apos;s configuration.</source>
        <translation>请填写网关配置中 admin_key 下的 Key。</translation>
    </message>
    <message>
        <source>A proxy before the Admin API answers %1: it does not reach it.</source>
        <translation>Admin API 前的代理返回 %1：代理无法到达 Admin API。</translation>
    </message>
    <message>
        <source>Ask for the state of the Admin API itself.</source>
        <translation>请检查 Admin API 本身的运行状态。</translation>
    </message>
    <message>
        <source>Someone else changed this at the same moment.</source>
        <translation>其他人同时更改了它。</translation>
    </message>
    <message>
        <source>Refresh, look at the change, and try again.</source>
        <translation>请刷新并查看更改，然后重试。</translation>
    </message>
    <message>
        <source>The gateway answered %1.</source>
        <translation>网关返回了 %1。</translation>
    </message>
    <message>
        <source>Try again shortly; look into the gateway&apos;s error log.</source>
        <translation>请稍后重试，并查看网关的错误日志。</translation>
    </message>
    <message>
        <source>The gateway refuses this computer&apos;s address.</source>
        <translation>网关拒绝来自本机地址的访问。</translation>
    </message>
    <message>
        <source>Add the address to allow_admin in the gateway&apos;s configuration, or connect by way of an address that is in it.</source>
        <translation>请把本机地址加入网关配置的 allow_admin，或通过其中的地址连接。</translation>
    </message>
    <message>
        <source>No Admin API answers at this address.</source>
        <translation>此地址上没有 Admin API 应答。</translation>
    </message>
    <message>
        <source>Check host, port and base path; the port of the gateway is another one.</source>
        <translation>请检查主机、端口和基础路径；网关的端口与 Admin API 的端口不同。</translation>
    </message>
    <message>
        <source>The gateway has no %1.</source>
        <translation>网关上没有 %1。</translation>
    </message>
    <message>
        <source>It may have been deleted by someone else: refresh.</source>
        <translation>它可能已被其他人删除：请刷新。</translation>
    </message>
    <message>
        <source>The gateway refuses this.</source>
        <translation>网关拒绝了此操作。</translation>
    </message>
    <message>
        <source>This address redirects to %1: a VPN or a login portal?</source>
        <translation>此地址重定向到 %1：是 VPN 或登录门户吗？</translation>
    </message>
    <message>
        <source>Sign in there, or use the address of the Admin API itself.</source>
        <translation>请先在那里登录，或直接使用 Admin API 的地址。</translation>
    </message>
    <message>
        <source>The answer is not that of an Admin API.</source>
        <translation>返回内容不是 Admin API 的应答。</translation>
    </message>
    <message>
        <source>Check the address: something else may answer there.</source>
        <translation>请检查地址：应答的可能是其他服务。</translation>
    </message>
</context>
<context>
    <name>ApiLease</name>
    <message>
        <source>Try again when that is done; a lease that was left behind ends after 30 seconds.</source>
        <translation>请在其完成后重试；遗留的租约会在 30 秒后失效。</translation>
    </message>
    <message>
        <source>The lease of %1 has run out.</source>
        <translation>%1 的租约已过期。</translation>
    </message>
    <message>
        <source>%1 is acting on this API.</source>
        <translation>%1 正在操作此 API。</translation>
    </message>
</context>
<context>
    <name>ApiRef</name>
    <message>
        <source>&quot;%1&quot; does not name an API.</source>
        <translation>“%1”不是 API 的写法。</translation>
    </message>
    <message>
        <source>Write route/ID or service/ID.</source>
        <translation>请写成 route/ID 或 service/ID。</translation>
    </message>
</context>
<context>
    <name>Arguments</name>
    <message>
        <source>Exactly one way of allocation is needed.</source>
        <translation>需要且只能指定一种流量分配方式。</translation>
    </message>
    <message>
        <source>Give --percentage N, or --rule one or more times.</source>
        <translation>请使用 --percentage N，或一次或多次使用 --rule。</translation>
    </message>
    <message>
        <source>--rule-share needs --rule.</source>
        <translation>--rule-share 需要与 --rule 一起使用。</translation>
    </message>
</context>
<context>
    <name>Cluster</name>
    <message>
        <source>The cluster needs a name.</source>
        <translation>集群需要名称。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of an Admin API.</source>
        <translation>“%1”不是 Admin API 的地址。</translation>
    </message>
    <message>
        <source>Write it as http://host:9180, without /apisix/admin.</source>
        <translation>请写成 http://主机:9180，不含 /apisix/admin。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of a gateway.</source>
        <translation>“%1”不是网关地址。</translation>
    </message>
    <message>
        <source>Write it as http://host:9080.</source>
        <translation>请写成 http://主机:9080。</translation>
    </message>
    <message>
        <source>A gateway has at least one worker.</source>
        <translation>网关至少有一个工作进程。</translation>
    </message>
    <message>
        <source>The label of workspaces must be a word without blanks.</source>
        <translation>工作分区的标签必须是不含空格的单词。</translation>
    </message>
</context>
<context>
    <name>ClusterCommands</name>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>ENVIRONMENT</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>ADMIN API</source>
        <translation>ADMIN API</translation>
    </message>
    <message>
        <source>GATEWAYS</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>No keychain answers, so the key was not kept: set SLUICE_ADMIN_KEY.</source>
        <translation>没有可用的钥匙串，因此未保存 Key：请设置 SLUICE_ADMIN_KEY。</translation>
    </message>
    <message>
        <source>%1 answers; the key&apos;s role is %2.</source>
        <translation>%1 已应答；Key 的角色是 %2。</translation>
    </message>
</context>
<context>
    <name>ClusterSession</name>
    <message>
        <source>This cluster is set to read-only.</source>
        <translation>此集群已设为只读。</translation>
    </message>
    <message>
        <source>Change that in the cluster&apos;s settings.</source>
        <translation>可在集群设置中更改。</translation>
    </message>
</context>
<context>
    <name>ClusterStore</name>
    <message>
        <source>There is no cluster &quot;%1&quot;.</source>
        <translation>没有名为“%1”的集群。</translation>
    </message>
    <message>
        <source>Look at the list of clusters.</source>
        <translation>请查看集群列表。</translation>
    </message>
    <message>
        <source>Mend the file, or move it away; it is left as it is.</source>
        <translation>请修复或移走该文件；文件保持原样。</translation>
    </message>
    <message>
        <source>The list of clusters in &quot;%1&quot; can&apos;t be read.</source>
        <translation>无法读取“%1”中的集群列表。</translation>
    </message>
    <message>
        <source>There is a cluster &quot;%1&quot; already.</source>
        <translation>已有名为“%1”的集群。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未做任何更改。</translation>
    </message>
    <message>
        <source>The list of clusters can&apos;t be written to &quot;%1&quot;.</source>
        <translation>无法将集群列表写入“%1”。</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>Name one with --cluster, or give --admin URL.</source>
        <translation>请用 --cluster 指定，或给出 --admin URL。</translation>
    </message>
    <message>
        <source>There is no cluster in the list.</source>
        <translation>列表中没有集群。</translation>
    </message>
    <message>
        <source>There are several clusters in the list.</source>
        <translation>列表中有多个集群。</translation>
    </message>
    <message>
        <source>There is no cluster &quot;%1&quot; in the list.</source>
        <translation>列表中没有集群“%1”。</translation>
    </message>
    <message>
        <source>This cluster demands a reason for every action.</source>
        <translation>此集群要求每次操作都说明原因。</translation>
    </message>
    <message>
        <source>Add --reason.</source>
        <translation>请加上 --reason。</translation>
    </message>
</context>
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
    <name>PolicyAdvice</name>
    <message>
        <source>The target&apos;s requests come in bursts: up to %1 requests in a row of each worker all go to the current upstream. %2 % comes evenly.</source>
        <translation>到达目标上游的请求是成批的：每个工作进程最多会有连续 %1 个请求全部转到当前上游。%2 % 则分布均匀。</translation>
    </message>
    <message>
        <source>Together the rules hit every request.</source>
        <translation>这些规则合起来会命中所有请求。</translation>
    </message>
    <message>
        <source>No request can hit &quot;%1&quot;: its conditions exclude each other.</source>
        <translation>没有请求能命中“%1”：它的条件互相排斥。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; also hits requests that carry none of these fields.</source>
        <translation>“%1”也会命中不带这些字段的请求。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; changes nothing: &quot;%2&quot; hits all its requests.</source>
        <translation>“%1”不起作用：它的请求都会被“%2”命中。</translation>
    </message>
    <message>
        <source>To APISIX the header &quot;%1&quot; is the same with dashes; proxies in front of it may drop names with underscores.</source>
        <translation>对 APISIX 而言，请求头“%1”与把下划线写成连字符是同一个；前面的代理可能会丢弃带下划线的请求头。</translation>
    </message>
    <message>
        <source>There is no rule yet: nothing can be submitted.</source>
        <translation>还没有规则：无法提交。</translation>
    </message>
    <message>
        <source>All requests go to %1: the rules send nothing to %2.</source>
        <translation>全部请求转到 %1：规则不向 %2 转发任何请求。</translation>
    </message>
    <message>
        <source>%1 % of the requests that hit a rule go to %2; all others go to %3.</source>
        <translation>命中规则的请求中有 %1 % 转到 %2，其余全部转到 %3。</translation>
    </message>
    <message>
        <source>Requests that hit a rule go to %1; all others go to %2.</source>
        <translation>命中规则的请求转到 %1，其余转到 %2。</translation>
    </message>
    <message>
        <source>No traffic to the target: all requests go to %1.</source>
        <translation>目标上游没有流量：全部请求转到 %1。</translation>
    </message>
    <message>
        <source>All traffic goes to %1, not yet released.</source>
        <translation>全部流量转到 %1，但尚未全量发布。</translation>
    </message>
    <message>
        <source>About %1 of 100 requests go to %2, the rest to %3. Each request is picked anew, so one user sees both.</source>
        <translation>每 100 个请求约有 %1 个转到 %2，其余转到 %3。每个请求单独选择，因此同一用户可能两者都会访问到。</translation>
    </message>
</context>
<context>
    <name>ProbePlan</name>
    <message>
        <source>hits %1</source>
        <translation>命中 %1</translation>
    </message>
    <message>
        <source>fails only %1</source>
        <translation>仅不满足 %1</translation>
    </message>
    <message>
        <source>carries none of the fields</source>
        <translation>不带任何规则字段</translation>
    </message>
</context>
<context>
    <name>Prober</name>
    <message>
        <source>no answer in time</source>
        <translation>超时无应答</translation>
    </message>
    <message>
        <source>no HTTP answer: %1</source>
        <translation>不是 HTTP 应答：%1</translation>
    </message>
    <message>
        <source>the gateway closed the connection</source>
        <translation>网关关闭了连接</translation>
    </message>
</context>
<context>
    <name>Rehearsal</name>
    <message>
        <source>The twin can&apos;t be started: %1</source>
        <translation>无法启动孪生网关：%1</translation>
    </message>
    <message>
        <source>The cluster was only read; nothing was changed there.</source>
        <translation>只读取了集群；未做任何更改。</translation>
    </message>
    <message>
        <source>The twin is incomplete: %1 can&apos;t be read (%2)</source>
        <translation>孪生网关不完整：无法读取 %1（%2）</translation>
    </message>
    <message>
        <source>Not simulated, so the twin answers as if they did nothing: %1.</source>
        <translation>以下插件不做模拟，孪生网关会当作它们不起作用：%1。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持现状</translation>
    </message>
    <message>
        <source>Configure: %1</source>
        <translation>配置：%1</translation>
    </message>
    <message>
        <source>Cancel release</source>
        <translation>取消任务</translation>
    </message>
    <message>
        <source>Full release</source>
        <translation>全量发布</translation>
    </message>
</context>
<context>
    <name>RehearseCommand</name>
    <message>
        <source>STEP</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>VERDICT</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>WHY</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Rehearsed on a local twin; the cluster has seen only reads.</source>
        <translation>已在本地孪生网关上预演；集群只被读取过。</translation>
    </message>
</context>
<context>
    <name>ReleaseActions</name>
    <message>
        <source>Cancel the release, or adopt what the API carries.</source>
        <translation>请取消任务，或接管 API 现有的配置。</translation>
    </message>
    <message>
        <source>The API carries a split that is not this release&apos;s.</source>
        <translation>API 上的分流不属于此任务。</translation>
    </message>
    <message>
        <source>The API&apos;s current upstream is &quot;%1&quot;, the release says &quot;%2&quot;.</source>
        <translation>API 的当前上游是“%1”，而任务记录为“%2”。</translation>
    </message>
    <message>
        <source>The API&apos;s split was changed by other hands.</source>
        <translation>API 的分流已被他人更改。</translation>
    </message>
</context>
<context>
    <name>ReleaseArchive</name>
    <message>
        <source>The record can&apos;t be archived in &quot;%1&quot;.</source>
        <translation>无法将记录归档到“%1”。</translation>
    </message>
    <message>
        <source>Make room there or allow writing; the record stays on the gateway.</source>
        <translation>请腾出空间或允许写入；记录仍保留在网关上。</translation>
    </message>
</context>
<context>
    <name>ReleaseCommands</name>
    <message>
        <source>%1 &quot;%2&quot;: %3, %4</source>
        <translation>%1“%2”：%3，%4</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>CONDITION</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>TARGET</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>ALLOCATION</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>BY</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>API %1, current upstream %2, target upstream %3, allocation %4</source>
        <translation>API %1，当前上游 %2，目标上游 %3，流量分配 %4</translation>
    </message>
    <message>
        <source>Offered: %1</source>
        <translation>可执行：%1</translation>
    </message>
    <message>
        <source> Go on? [y/N] </source>
        <translation> 是否继续？[y/N] </translation>
    </message>
    <message>
        <source>This is a production cluster.</source>
        <translation>这是生产集群。</translation>
    </message>
    <message>
        <source>Add --confirm %1 to go on.</source>
        <translation>要继续，请加上 --confirm %1。</translation>
    </message>
    <message>
        <source>The split without a release is removed from %1.</source>
        <translation>已从 %1 移除没有任务的分流。</translation>
    </message>
    <message>
        <source>The record of %1 is kept in %2.</source>
        <translation>%1 的记录已保存到 %2。</translation>
    </message>
    <message>
        <source>All traffic of %1 will go to &quot;%2&quot;.</source>
        <translation>%1 的全部流量将转到“%2”。</translation>
    </message>
    <message>
        <source>The release &quot;%1&quot; will be deleted.</source>
        <translation>任务“%1”将被删除。</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>注意：%1</translation>
    </message>
</context>
<context>
    <name>ReleaseConcerns</name>
    <message>
        <source>The target finds its nodes by service discovery (%1).</source>
        <translation>目标上游通过服务发现获取节点（%1）。</translation>
    </message>
    <message>
        <source>The target upstream has no nodes: its requests will fail.</source>
        <translation>目标上游没有节点：转到它的请求会失败。</translation>
    </message>
    <message>
        <source>All nodes of the target have the weight 0: its requests will fail.</source>
        <translation>目标上游所有节点的权重都是 0：转到它的请求会失败。</translation>
    </message>
    <message>
        <source>The target has the same nodes as the current upstream.</source>
        <translation>目标上游与当前上游的节点相同。</translation>
    </message>
    <message>
        <source>The target speaks another scheme than the current upstream.</source>
        <translation>目标上游与当前上游使用的协议不同。</translation>
    </message>
    <message>
        <source>The target passes the host on in another way than the current upstream.</source>
        <translation>目标上游与当前上游传递 Host 的方式不同。</translation>
    </message>
    <message>
        <source>The route&apos;s service has a release in progress: &quot;%1&quot; (%2).</source>
        <translation>该路由的服务有进行中的任务：“%1”（%2）。</translation>
    </message>
    <message>
        <source>A route of this service has a release of its own: &quot;%1&quot; (%2).</source>
        <translation>该服务的某条路由有自己的任务：“%1”（%2）。</translation>
    </message>
    <message>
        <source>These routes move together: %1.</source>
        <translation>以下路由会一起移动：%1。</translation>
    </message>
    <message>
        <source>These routes have an upstream of their own: the split&apos;s share goes to the target, the rest stays there, and a full release does not move them: %1.</source>
        <translation>以下路由有自己的上游：分流的部分会转到目标上游，其余仍在原处，全量发布不会移动它们：%1。</translation>
    </message>
    <message>
        <source>These routes have a split of their own and are not touched: %1.</source>
        <translation>以下路由有自己的分流，不受影响：%1。</translation>
    </message>
    <message>
        <source>plugin config %1</source>
        <translation>插件配置 %1</translation>
    </message>
    <message>
        <source>service %1</source>
        <translation>服务 %1</translation>
    </message>
    <message>
        <source>route %1</source>
        <translation>路由 %1</translation>
    </message>
    <message>
        <source>consumer %1</source>
        <translation>消费者 %1</translation>
    </message>
    <message>
        <source>consumer group %1</source>
        <translation>消费者组 %1</translation>
    </message>
    <message>
        <source>global rule %1</source>
        <translation>全局规则 %1</translation>
    </message>
    <message>
        <source>The route is disabled: nothing can be called.</source>
        <translation>该路由已禁用：无法调用。</translation>
    </message>
    <message>
        <source>This split hides another one, which applies again after Cancel: %1.</source>
        <translation>此分流会遮住另一个分流，取消后后者会重新生效：%1。</translation>
    </message>
    <message>
        <source>Some requests are not part of the release, for a split of theirs decides: %1.</source>
        <translation>部分请求不属于此任务，因为它们由另外的分流决定：%1。</translation>
    </message>
</context>
<context>
    <name>ReleaseCondition</name>
    <message>
        <source>in progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>The release &quot;%1&quot; is completed: it is the record of what was released, and can&apos;t be deleted.</source>
        <translation>任务“%1”已完成：它是发布记录，不能删除。</translation>
    </message>
    <message>
        <source>Archive moves it from the gateway into a file.</source>
        <translation>归档会把它从网关移到文件中。</translation>
    </message>
    <message>
        <source>The release &quot;%1&quot; is cancelled and can&apos;t be resumed.</source>
        <translation>任务“%1”已取消，不能恢复。</translation>
    </message>
    <message>
        <source>Make a new release.</source>
        <translation>请新建任务。</translation>
    </message>
    <message>
        <source>The release &quot;%1&quot; is %2.</source>
        <translation>任务“%1”%2。</translation>
    </message>
    <message>
        <source>Only a release in progress can be changed.</source>
        <translation>只有进行中的任务可以更改。</translation>
    </message>
    <message>
        <source>A change of the release &quot;%1&quot; has not reached the API yet.</source>
        <translation>任务“%1”的更改尚未到达 API。</translation>
    </message>
    <message>
        <source>Apply the pending change, or cancel the release.</source>
        <translation>请应用待完成的变更，或取消任务。</translation>
    </message>
    <message>
        <source>Another release got this API first: &quot;%1&quot; is superseded.</source>
        <translation>另一个任务先占用了此 API：“%1”已被取代。</translation>
    </message>
    <message>
        <source>Delete this one; only its record goes.</source>
        <translation>请删除此任务；只会移除它的记录。</translation>
    </message>
    <message>
        <source>Someone removed the split of &quot;%1&quot; without Sluice: all traffic goes to the current upstream.</source>
        <translation>有人在 Sluice 之外移除了“%1”的分流：全部流量转到当前上游。</translation>
    </message>
    <message>
        <source>Cancel the release, or re-apply it.</source>
        <translation>请取消任务，或重新应用。</translation>
    </message>
    <message>
        <source>The API is not what the release &quot;%1&quot; says.</source>
        <translation>API 的配置与任务“%1”不一致。</translation>
    </message>
    <message>
        <source>Look at the difference; then cancel, re-apply or adopt it.</source>
        <translation>请查看差异，然后取消、重新应用或接管。</translation>
    </message>
    <message>
        <source>There is nothing to do for the release &quot;%1&quot;.</source>
        <translation>任务“%1”没有可执行的操作。</translation>
    </message>
    <message>
        <source>The release &quot;%1&quot; was made by a newer Sluice.</source>
        <translation>任务“%1”由更新版本的 Sluice 创建。</translation>
    </message>
    <message>
        <source>Update Sluice to change it.</source>
        <translation>要更改它，请升级 Sluice。</translation>
    </message>
</context>
<context>
    <name>ReleaseReader</name>
    <message>
        <source>the upstream that is written inside the API</source>
        <translation>写在 API 内部的上游</translation>
    </message>
    <message>
        <source>the upstream of its service</source>
        <translation>其服务的上游</translation>
    </message>
    <message>
        <source>There is no release &quot;%1&quot; on the gateway.</source>
        <translation>网关上没有任务“%1”。</translation>
    </message>
    <message>
        <source>Look at the list of releases: it may have been deleted.</source>
        <translation>请查看任务列表：它可能已被删除。</translation>
    </message>
    <message>
        <source>All traffic goes to %1.</source>
        <translation>全部流量转到 %1。</translation>
    </message>
    <message>
        <source>The API carries a split that this form can&apos;t show.</source>
        <translation>API 上有表单无法展示的分流。</translation>
    </message>
    <message>
        <source>Requests that hit a rule go to %1, all others to %2.</source>
        <translation>命中规则的请求转到 %1，其余转到 %2。</translation>
    </message>
    <message>
        <source>All traffic goes to %1, not yet released.</source>
        <translation>全部流量转到 %1，但尚未全量发布。</translation>
    </message>
    <message>
        <source>%1 % of the traffic goes to %2, the rest to %3.</source>
        <translation>%1 % 的流量转到 %2，其余转到 %3。</translation>
    </message>
</context>
<context>
    <name>ReleaseService</name>
    <message>
        <source>Someone else changed this release at the same moment.</source>
        <translation>其他人同时更改了此任务。</translation>
    </message>
    <message>
        <source>%1 changed this release at the same moment.</source>
        <translation>%1 同时更改了此任务。</translation>
    </message>
    <message>
        <source>Look at the release as it is now, then decide again.</source>
        <translation>请查看任务的最新状态后再决定。</translation>
    </message>
    <message>
        <source>The API was changed by other hands at the same moment.</source>
        <translation>API 同时被他人更改。</translation>
    </message>
    <message>
        <source>Look at the API as it is now, then decide again.</source>
        <translation>请查看 API 的最新状态后再决定。</translation>
    </message>
    <message>
        <source>The release is pending: apply the pending change, or cancel the release.</source>
        <translation>任务待完成：请应用待完成的变更，或取消任务。</translation>
    </message>
    <message>
        <source>The API has a release in progress already: &quot;%1&quot; (%2), by %3.</source>
        <translation>此 API 已有进行中的任务：“%1”（%2），操作人 %3。</translation>
    </message>
    <message>
        <source>End that one first, or configure it.</source>
        <translation>请先结束该任务，或对其进行配置。</translation>
    </message>
    <message>
        <source>The API carries a split that Sluice did not make.</source>
        <translation>API 上的分流不是由 Sluice 创建的。</translation>
    </message>
    <message>
        <source>Adopt it, or have it removed by whoever made it.</source>
        <translation>请接管它，或让创建者移除。</translation>
    </message>
    <message>
        <source>The API carries the split of a release whose record is gone.</source>
        <translation>API 上留有记录已丢失的任务的分流。</translation>
    </message>
    <message>
        <source>Remove the split, or adopt it.</source>
        <translation>请移除该分流，或接管它。</translation>
    </message>
    <message>
        <source>An action on this API is under way.</source>
        <translation>此 API 上有操作正在进行。</translation>
    </message>
    <message>
        <source>Wait until it is done.</source>
        <translation>请等待其完成。</translation>
    </message>
    <message>
        <source>The API %1 does not exist any more.</source>
        <translation>API %1 已不存在。</translation>
    </message>
    <message>
        <source>Cancel the release.</source>
        <translation>请取消任务。</translation>
    </message>
    <message>
        <source>This split can&apos;t be adopted: %1.</source>
        <translation>无法接管此分流：%1。</translation>
    </message>
    <message>
        <source>Cancel the release, or re-apply it.</source>
        <translation>请取消任务，或重新应用。</translation>
    </message>
    <message>
        <source>The record is written.</source>
        <translation>记录已写入。</translation>
    </message>
    <message>
        <source>The API is written.</source>
        <translation>API 已写入。</translation>
    </message>
    <message>
        <source>The write did not reach the gateway: nothing was changed.</source>
        <translation>写入未到达网关：未做任何更改。</translation>
    </message>
    <message>
        <source>The change has not reached the API.</source>
        <translation>更改未到达 API。</translation>
    </message>
    <message>
        <source>Not as written: %1</source>
        <translation>与写入不一致：%1</translation>
    </message>
    <message>
        <source>The target upstream &quot;%1&quot; does not exist.</source>
        <translation>目标上游“%1”不存在。</translation>
    </message>
    <message>
        <source>Choose or create another one; a release whose target is gone is cancelled.</source>
        <translation>请选择或新建其他上游；目标已消失的任务应取消。</translation>
    </message>
    <message>
        <source>The record can&apos;t be written. Move traffic now takes the split off the API alone; the release stays pending.</source>
        <translation>无法写入记录。“立即移走流量”只移除 API 上的分流；任务保持待完成。</translation>
    </message>
    <message>
        <source>The API carries no split of this release.</source>
        <translation>API 上没有此任务的分流。</translation>
    </message>
    <message>
        <source>The API %1 does not exist.</source>
        <translation>API %1 不存在。</translation>
    </message>
    <message>
        <source>Look at the list of APIs.</source>
        <translation>请查看 API 列表。</translation>
    </message>
    <message>
        <source>The API %1 carries no split without a release.</source>
        <translation>API %1 上没有无主的分流。</translation>
    </message>
    <message>
        <source>Choose an API from the list.</source>
        <translation>请从列表中选择 API。</translation>
    </message>
    <message>
        <source>The API has no upstream.</source>
        <translation>该 API 没有上游。</translation>
    </message>
    <message>
        <source>Give it its current upstream first.</source>
        <translation>请先为其设置当前上游。</translation>
    </message>
    <message>
        <source>The target upstream is the current one.</source>
        <translation>目标上游就是当前上游。</translation>
    </message>
    <message>
        <source>Choose another target upstream.</source>
        <translation>请选择其他目标上游。</translation>
    </message>
    <message>
        <source>The API %1 carries no split to adopt.</source>
        <translation>API %1 上没有可接管的分流。</translation>
    </message>
    <message>
        <source>it sends nothing to another upstream</source>
        <translation>它没有把流量转到其他上游</translation>
    </message>
    <message>
        <source>It stays as it is; its owner has to change it.</source>
        <translation>它保持不变；需由其创建者更改。</translation>
    </message>
    <message>
        <source>The API still names this release.</source>
        <translation>API 仍指向此任务。</translation>
    </message>
    <message>
        <source>Apply the pending change, then delete the release.</source>
        <translation>请先应用待完成的变更，再删除任务。</translation>
    </message>
    <message>
        <source>A split on a lower level would come to light: %1.</source>
        <translation>下层的分流会显露出来：%1。</translation>
    </message>
    <message>
        <source>End or remove that one first.</source>
        <translation>请先结束或移除它。</translation>
    </message>
</context>
<context>
    <name>ResourceCommands</name>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>APIS</source>
        <translation>API 数</translation>
    </message>
    <message>
        <source>UPSTREAMS</source>
        <translation>上游数</translation>
    </message>
    <message>
        <source>IN PROGRESS</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>ALARMS</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>PATH</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>CURRENT UPSTREAM</source>
        <translation>当前上游</translation>
    </message>
    <message>
        <source>RELEASE</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>NODES</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>USED BY</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>The gateway has no %1.</source>
        <translation>网关上没有 %1。</translation>
    </message>
    <message>
        <source>Look at the list.</source>
        <translation>请查看列表。</translation>
    </message>
    <message>
        <source>The route is disabled: nothing can be called.</source>
        <translation>该路由已禁用：无法调用。</translation>
    </message>
    <message>
        <source>Release: %1 (%2), %3</source>
        <translation>任务：%1（%2），%3</translation>
    </message>
    <message>
        <source>Nodes: %1</source>
        <translation>节点：%1</translation>
    </message>
    <message>
        <source>Used by: %1</source>
        <translation>使用者：%1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no node.</source>
        <translation>“%1”不是节点。</translation>
    </message>
    <message>
        <source>Write host:port, or host:port=weight.</source>
        <translation>请写成 主机:端口 或 主机:端口=权重。</translation>
    </message>
    <message>
        <source>There is an upstream &quot;%1&quot; already.</source>
        <translation>已有上游“%1”。</translation>
    </message>
    <message>
        <source>Choose another id.</source>
        <translation>请换一个 ID。</translation>
    </message>
    <message>
        <source>Upstream &quot;%1&quot; is created.</source>
        <translation>已创建上游“%1”。</translation>
    </message>
    <message>
        <source>Upstream &quot;%1&quot; is deleted.</source>
        <translation>已删除上游“%1”。</translation>
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
    <name>StateFile</name>
    <message>
        <source>The state in &quot;%1&quot; can&apos;t be read.</source>
        <translation>无法读取“%1”中的状态。</translation>
    </message>
    <message>
        <source>It was left as it is: restore it from a copy, or name another file.</source>
        <translation>文件保持原样：请从副本恢复，或指定其他文件。</translation>
    </message>
    <message>
        <source>The state can&apos;t be written to &quot;%1&quot;.</source>
        <translation>无法将状态写入“%1”。</translation>
    </message>
    <message>
        <source>Make room, or name another file.</source>
        <translation>请腾出空间，或指定其他文件。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in use by another simulator.</source>
        <translation>“%1”正被另一个模拟器使用。</translation>
    </message>
    <message>
        <source>End that one, or name another file.</source>
        <translation>请结束该模拟器，或指定其他文件。</translation>
    </message>
    <message>
        <source>Only its journal is there.</source>
        <translation>只有它的日志文件。</translation>
    </message>
    <message>
        <source>%1 at byte %2.</source>
        <translation>%1（第 %2 字节）。</translation>
    </message>
    <message>
        <source>It is no state of this version.</source>
        <translation>它不是此版本的状态文件。</translation>
    </message>
    <message>
        <source>An item in it is none.</source>
        <translation>其中有一项无效。</translation>
    </message>
    <message>
        <source>Line %1 is damaged.</source>
        <translation>第 %1 行已损坏。</translation>
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
    <name>Transport</name>
    <message>
        <source>The file &quot;%1&quot; can&apos;t be read: %2.</source>
        <translation>无法读取文件“%1”：%2。</translation>
    </message>
    <message>
        <source>The write was sent, and its answer was lost.</source>
        <translation>写入已发送，但应答丢失。</translation>
    </message>
    <message>
        <source>Whether the gateway took it is not known until it is read back.</source>
        <translation>在重新读取之前，无法得知网关是否已接受。</translation>
    </message>
    <message>
        <source>Refresh, and look at what the gateway holds.</source>
        <translation>请刷新并查看网关上的内容。</translation>
    </message>
    <message>
        <source>The Admin API at %1 can&apos;t be reached.</source>
        <translation>无法连接 %1 上的 Admin API。</translation>
    </message>
    <message>
        <source>Check the address, the port, and whether a VPN or a firewall stands between.</source>
        <translation>请检查地址、端口，以及中间是否有 VPN 或防火墙。</translation>
    </message>
    <message>
        <source>No trusted connection to %1 can be made.</source>
        <translation>无法与 %1 建立受信任的连接。</translation>
    </message>
    <message>
        <source>Set the certificate authority&apos;s file in the cluster&apos;s TLS settings.</source>
        <translation>请在集群的 TLS 设置中指定 CA 证书文件。</translation>
    </message>
    <message>
        <source>The request was given up.</source>
        <translation>请求已放弃。</translation>
    </message>
    <message>
        <source>No complete answer came in time.</source>
        <translation>未在限时内收到完整应答。</translation>
    </message>
</context>
<context>
    <name>VerificationReport</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>符合</translation>
    </message>
    <message>
        <source>Does not match</source>
        <translation>不符合</translation>
    </message>
    <message>
        <source>Too few requests</source>
        <translation>请求太少</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>没有发送任何请求。</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>无法归属</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图示</translation>
    </message>
    <message>
        <source>Median current / target</source>
        <translation>中位延迟 当前 / 目标</translation>
    </message>
    <message>
        <source>p99 current / target</source>
        <translation>p99 当前 / 目标</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态码</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>VerificationSetup</name>
    <message>
        <source>The API %1 does not exist any more.</source>
        <translation>API %1 已不存在。</translation>
    </message>
</context>
<context>
    <name>Verifier</name>
    <message>
        <source>%1 of %2 requests landed on the target</source>
        <translation>%2 个请求中有 %1 个到达目标上游</translation>
    </message>
    <message>
        <source>%1; a healthy gateway gives between %2 and %3.</source>
        <translation>%1；正常的网关应在 %2 到 %3 之间。</translation>
    </message>
    <message>
        <source>%1; it must be %2.</source>
        <translation>%1；应为 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) came from neither upstream.</source>
        <translation>
            <numerusform>%n 个应答不属于任何一个上游。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) got no answer: %1.</source>
        <translation>
            <numerusform>%n 个请求没有得到应答：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, as wanted.</source>
        <translation>%1，符合预期。</translation>
    </message>
    <message>
        <source>%1: too few to tell; %2 suffice.</source>
        <translation>%1：数量太少，无法判断；%2 个即可。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not say how an upstream is recognised.</source>
        <translation>“%1”没有说明如何识别上游。</translation>
    </message>
    <message>
        <source>Write header:NAME, json:/POINTER or regex:RE.</source>
        <translation>请写成 header:NAME、json:/POINTER 或 regex:RE。</translation>
    </message>
    <message>
        <source>There is no gateway to send requests to.</source>
        <translation>没有可发送请求的网关。</translation>
    </message>
    <message>
        <source>Give the gateway&apos;s address: --gateway, or in the cluster&apos;s settings.</source>
        <translation>请给出网关地址：使用 --gateway，或在集群设置中填写。</translation>
    </message>
    <message>
        <source>There is no path to call.</source>
        <translation>没有可调用的路径。</translation>
    </message>
    <message>
        <source>The route has no single literal path: name one.</source>
        <translation>该路由没有唯一的固定路径：请指定一个。</translation>
    </message>
    <message>
        <source>No request that could be built hits a rule: all go to the current upstream.</source>
        <translation>没有能命中规则的请求：全部转到当前上游。</translation>
    </message>
    <message>
        <source>%1 % of all requests</source>
        <translation>全部请求的 %1 %</translation>
    </message>
    <message>
        <source>Not tested: %1</source>
        <translation>未测试：%1</translation>
    </message>
    <message>
        <source>The API was changed during the run: it was repeated.</source>
        <translation>运行期间 API 被更改：已重新运行。</translation>
    </message>
    <message>
        <source>The API was changed during every run.</source>
        <translation>每次运行期间 API 都被更改。</translation>
    </message>
    <message>
        <source>The API was changed during the run.</source>
        <translation>运行期间 API 被更改。</translation>
    </message>
    <message>
        <source>The run was stopped.</source>
        <translation>运行已停止。</translation>
    </message>
</context>
<context>
    <name>VerifyCommand</name>
    <message>
        <source>The file &quot;%1&quot; can&apos;t be read.</source>
        <translation>无法读取文件“%1”。</translation>
    </message>
    <message>
        <source>A header is written as &quot;Name: value&quot;.</source>
        <translation>请求头写成“名称: 值”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address to connect to.</source>
        <translation>“%1”不是可连接的地址。</translation>
    </message>
    <message>
        <source>Write IP:PORT.</source>
        <translation>请写成 IP:端口。</translation>
    </message>
    <message>
        <source>Nothing tells which upstream answers.</source>
        <translation>无法得知是哪个上游应答。</translation>
    </message>
    <message>
        <source>Say how: --identify header:NAME, json:/POINTER or regex:RE.</source>
        <translation>请说明识别方式：--identify header:NAME、json:/POINTER 或 regex:RE。</translation>
    </message>
    <message>
        <source>There is no path to call.</source>
        <translation>没有可调用的路径。</translation>
    </message>
    <message>
        <source>Name one with --path, and --method if need be.</source>
        <translation>请用 --path 指定，必要时加上 --method。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no report.</source>
        <translation>“%1”不是报告写法。</translation>
    </message>
    <message>
        <source>Write html=FILE,json=FILE,junit=FILE.</source>
        <translation>请写成 html=文件,json=文件,junit=文件。</translation>
    </message>
    <message>
        <source>The report &quot;%1&quot; can&apos;t be written.</source>
        <translation>无法写入报告“%1”。</translation>
    </message>
    <message>
        <source>GATEWAY</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>CASE</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>SENT</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>TARGET</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>CURRENT</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>NEITHER</source>
        <translation>无法归属</translation>
    </message>
    <message>
        <source>ALLOWED</source>
        <translation>允许范围</translation>
    </message>
    <message>
        <source>VERDICT</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>The API %1 does not exist.</source>
        <translation>API %1 不存在。</translation>
    </message>
    <message>
        <source>%1 requests suffice; the first on the target is certain after %2.</source>
        <translation>%1 个请求即可；最多 %2 个请求后必有一个到达目标上游。</translation>
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
