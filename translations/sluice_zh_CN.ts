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
        <translation>应答不是来自第 3 版 Admin API。</translation>
    </message>
    <message>
        <source>This is API7 Enterprise, whose Admin API is another one.</source>
        <translation>这是 API7 企业版，使用的是另一种 Admin API。</translation>
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
        <source>Enter the key that is set under admin_key in the gateway&apos;s configuration.</source>
        <translation>请填写网关配置中 admin_key 下的 Key。</translation>
    </message>
    <message>
        <source>A proxy in front of the Admin API answers %1: it can&apos;t reach the Admin API.</source>
        <translation>Admin API 前面的代理返回 %1：它无法连接 Admin API。</translation>
    </message>
    <message>
        <source>Check whether the Admin API itself is running.</source>
        <translation>请检查 Admin API 本身的运行状态。</translation>
    </message>
    <message>
        <source>Someone else changed this at the same moment.</source>
        <translation>其他人刚刚也做了更改。</translation>
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
        <source>Try again shortly; look at the gateway&apos;s error log.</source>
        <translation>请稍后重试，并查看网关的错误日志。</translation>
    </message>
    <message>
        <source>The gateway refuses this computer&apos;s address.</source>
        <translation>网关拒绝来自本机地址的访问。</translation>
    </message>
    <message>
        <source>Add the address to allow_admin in the gateway&apos;s configuration, or connect from an address that is in it.</source>
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
        <translation>可能已被其他人删除：请刷新。</translation>
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
        <translation>应答不是来自 Admin API。</translation>
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
        <translation>“%1”不是有效的 API 写法。</translation>
    </message>
    <message>
        <source>Write route/ID or service/ID.</source>
        <translation>请写成 route/ID 或 service/ID。</translation>
    </message>
</context>
<context>
    <name>ApiRows</name>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Route, disabled</source>
        <translation>路由，已禁用</translation>
    </message>
    <message numerus="yes">
        <source>Service, %n route(s)</source>
        <translation>
            <numerusform>服务，%n 条路由</numerusform>
        </translation>
    </message>
    <message>
        <source>any method</source>
        <translation>任意方法</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>发布任务</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Methods and paths</source>
        <translation>方法与路径</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>Current upstream</source>
        <translation>当前上游</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Split without a release</source>
        <translation>无主分流</translation>
    </message>
    <message>
        <source>External split</source>
        <translation>外部分流</translation>
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
    <message>
        <source>Run sluicectl with --help for more.</source>
        <translation>运行 sluicectl --help 查看更多。</translation>
    </message>
</context>
<context>
    <name>Attribution</name>
    <message>
        <source>&quot;%1&quot; does not say how an upstream is recognised.</source>
        <translation>“%1”没有说明如何识别上游。</translation>
    </message>
    <message>
        <source>Write header:NAME, json:/POINTER or regex:RE.</source>
        <translation>请写成 header:名称、json:/指针 或 regex:正则表达式。</translation>
    </message>
</context>
<context>
    <name>Cluster</name>
    <message>
        <source>The cluster needs a name.</source>
        <translation>请填写集群名称。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address of an Admin API.</source>
        <translation>“%1”不是 Admin API 的地址。</translation>
    </message>
    <message>
        <source>Write it as http://host:9180, without /apisix/admin.</source>
        <translation>请写成 http://主机:9180，不含 /apisix/admin。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address of a gateway.</source>
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
    <message>
        <source>&quot;%1&quot; is not an address of a proxy.</source>
        <translation>“%1”不是代理地址。</translation>
    </message>
    <message>
        <source>Write it as http://host:port or socks5://host:port.</source>
        <translation>请写成 http://主机:端口 或 socks5://主机:端口。</translation>
    </message>
    <message>
        <source>A proxy&apos;s password would be kept in the list of clusters.</source>
        <translation>代理密码会保存在集群列表中。</translation>
    </message>
    <message>
        <source>Set it in the system&apos;s proxy settings, and choose the system&apos;s proxy.</source>
        <translation>请在系统的代理设置里填写密码，并选择使用系统代理。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a SHA-256 fingerprint of a certificate.</source>
        <translation>“%1”不是证书的 SHA-256 指纹。</translation>
    </message>
    <message>
        <source>Write its 32 bytes as AB:CD:...</source>
        <translation>请把 32 个字节写成 AB:CD:... 的形式。</translation>
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
        <source>Added: %1</source>
        <translation>已添加：%1</translation>
    </message>
    <message>
        <source>Left out, for the name is taken: %1</source>
        <translation>名称已被占用，未添加：%1</translation>
    </message>
    <message>
        <source>STEP</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>OUTCOME</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>FOUND</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>The server showed this certificate:</source>
        <translation>服务器出示了这张证书：</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>主体</translation>
    </message>
    <message>
        <source>issuer</source>
        <translation>颁发者</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒绝原因</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the gateway&apos;s own; if they are the same, --pin trusts it.</source>
        <translation>请与网关自身的指纹核对；一致时可用 --pin 信任此证书。</translation>
    </message>
    <message>
        <source>Admin key of %1: </source>
        <translation>%1 的 Admin Key：</translation>
    </message>
    <message>
        <source>No keychain has taken the key, so it was not kept: set SLUICE_ADMIN_KEY.</source>
        <translation>没有钥匙串收下这个 Key，所以没有保存：请设置 SLUICE_ADMIN_KEY。</translation>
    </message>
    <message>
        <source>No keychain has answered: a key that it may keep stays there.</source>
        <translation>没有钥匙串响应：其中若存有 Key，则仍留在那里。</translation>
    </message>
</context>
<context>
    <name>ClusterDirectory</name>
    <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written.</source>
        <translation>无法写入 %1。</translation>
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
    <message>
        <source>The gateway&apos;s checks call nodes of the target unhealthy (%1): %2.</source>
        <translation>网关的健康检查认为目标上游的节点不健康（%1）：%2。</translation>
    </message>
</context>
<context>
    <name>ClusterSnapshot</name>
    <message>
        <source>written inside the API</source>
        <translation>写在 API 内部的上游</translation>
    </message>
    <message>
        <source>of its service</source>
        <translation>所属服务的上游</translation>
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
        <source>Correct the file, or move it away; it is left as it is.</source>
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
    <message>
        <source>This is not a list of clusters.</source>
        <translation>这不是集群列表。</translation>
    </message>
    <message>
        <source>It has to be a file that clusters export has written.</source>
        <translation>必须是 clusters export 写出的文件。</translation>
    </message>
</context>
<context>
    <name>ClusterWatch</name>
    <message>
        <source>Connecting to the cluster was given up.</source>
        <translation>已放弃连接集群。</translation>
    </message>
    <message>
        <source>No Admin key of this cluster is known here.</source>
        <translation>这里没有此集群的 Admin Key。</translation>
    </message>
</context>
<context>
    <name>ConfigurationCommands</name>
    <message>
        <source>Placeholders stand in place of secrets in: %1</source>
        <translation>以下各项中的机密信息已换成占位符：%1</translation>
    </message>
    <message>
        <source>This gateway does not show: %1</source>
        <translation>此网关不提供：%1</translation>
    </message>
    <message>
        <source>STEP</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>ITEM</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>DIFFERS IN</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>WHY NOT</source>
        <translation>跳过原因</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>未写入：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) written.</source>
        <translation>
            <numerusform>已写入 %n 项。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) will be written.</source>
        <translation>
            <numerusform>将写入 %n 项。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfigurationImport</name>
    <message>
        <source>it has no id</source>
        <translation>没有 ID</translation>
    </message>
    <message>
        <source>it holds placeholders in place of secrets</source>
        <translation>其中的机密信息是占位符</translation>
    </message>
    <message>
        <source>it is a lease</source>
        <translation>是租约</translation>
    </message>
    <message>
        <source>it is the record of a release in progress</source>
        <translation>是进行中任务的记录</translation>
    </message>
    <message>
        <source>the API has a release in progress</source>
        <translation>此 API 有进行中的任务</translation>
    </message>
    <message>
        <source>it exists and differs; --overwrite changes it</source>
        <translation>已存在且内容不同；加 --overwrite 才会修改</translation>
    </message>
    <message>
        <source>It has to be a JSON object such as {&quot;routes&quot;:[...],&quot;upstreams&quot;:[...]}.</source>
        <translation>必须是 JSON 对象，例如 {&quot;routes&quot;:[...],&quot;upstreams&quot;:[...]}。</translation>
    </message>
    <message>
        <source>This is not a configuration: %1 at byte %2.</source>
        <translation>这不是配置文件：%1，在第 %2 个字节。</translation>
    </message>
    <message>
        <source>no object</source>
        <translation>不是对象</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not part of a configuration.</source>
        <translation>“%1”不是配置的组成部分。</translation>
    </message>
    <message>
        <source>It was changed since the comparison.</source>
        <translation>比较之后又有改动。</translation>
    </message>
    <message>
        <source>Import once more.</source>
        <translation>请再导入一次。</translation>
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
        <source>This cluster requires a reason for every action.</source>
        <translation>此集群要求每次操作都填写原因。</translation>
    </message>
    <message>
        <source>Add --reason.</source>
        <translation>请加上 --reason。</translation>
    </message>
    <message>
        <source>The Admin key of &quot;%1&quot; is asked for each time.</source>
        <translation>“%1”的 Admin Key 每次都需输入。</translation>
    </message>
    <message>
        <source>Admin key of %1: </source>
        <translation>%1 的 Admin Key：</translation>
    </message>
    <message>
        <source>Type it at a terminal, or set SLUICE_ADMIN_KEY.</source>
        <translation>请在终端中输入，或设置 SLUICE_ADMIN_KEY。</translation>
    </message>
    <message>
        <source>Waiting for the keychain…</source>
        <translation>正在等待钥匙串…</translation>
    </message>
    <message>
        <source>Unlock it, or set SLUICE_ADMIN_KEY.</source>
        <translation>请将其解锁，或设置 SLUICE_ADMIN_KEY。</translation>
    </message>
    <message>
        <source>Unlock it: it holds values of extra headers.</source>
        <translation>请将其解锁：其中存有附加请求头的值。</translation>
    </message>
</context>
<context>
    <name>ConnectionTest</name>
    <message>
        <source>The certificate is trusted.</source>
        <translation>证书可信。</translation>
    </message>
    <message>
        <source>The certificate is trusted, or the pinned one.</source>
        <translation>证书可信，或与已固定的证书一致。</translation>
    </message>
    <message>
        <source>The Admin key travels unencrypted.</source>
        <translation>Admin Key 以明文在网络上传输。</translation>
    </message>
    <message>
        <source>Give the Admin API a certificate (https_admin), or reach it through a tunnel.</source>
        <translation>请为 Admin API 配置证书（https_admin），或通过隧道访问。</translation>
    </message>
    <message>
        <source>The connection is not encrypted.</source>
        <translation>连接未加密。</translation>
    </message>
    <message>
        <source>The Admin key is accepted.</source>
        <translation>网关接受此 Admin Key。</translation>
    </message>
    <message>
        <source>The gateway asks for no Admin key: whoever reaches it can change everything.</source>
        <translation>网关不要求 Admin Key：任何能访问 Admin API 的人都可以修改全部配置。</translation>
    </message>
    <message>
        <source>Set admin_key_required in the gateway&apos;s configuration.</source>
        <translation>请在网关配置中设置 admin_key_required。</translation>
    </message>
    <message>
        <source>A gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>%1 answers, and hides its version.</source>
        <translation>%1 有应答，但隐藏了版本。</translation>
    </message>
    <message>
        <source>It is treated as one before 3.18.</source>
        <translation>按 3.18 之前的版本处理。</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 有应答。</translation>
    </message>
    <message>
        <source>The key may change everything.</source>
        <translation>此 Key 可以修改全部配置。</translation>
    </message>
    <message>
        <source>This Admin key may only read.</source>
        <translation>此 Admin Key 只能读取。</translation>
    </message>
    <message>
        <source>Use a key with the role admin to change anything.</source>
        <translation>要进行更改，请使用角色为 admin 的 Key。</translation>
    </message>
    <message>
        <source>Not asked on a read-only cluster.</source>
        <translation>只读集群不检测角色。</translation>
    </message>
    <message>
        <source>Not tried.</source>
        <translation>未尝试。</translation>
    </message>
    <message>
        <source>No gateway is named.</source>
        <translation>没有填写网关地址。</translation>
    </message>
    <message>
        <source>Add its address: a verification sends its requests there.</source>
        <translation>请添加网关地址：验证请求会发往该地址。</translation>
    </message>
    <message>
        <source>No metrics are named.</source>
        <translation>没有填写指标地址。</translation>
    </message>
    <message>
        <source>Add their address to see live traffic.</source>
        <translation>添加后可查看实时流量。</translation>
    </message>
    <message>
        <source>%1 accepts connections.</source>
        <translation>%1 可以连接。</translation>
    </message>
    <message>
        <source>%1 accepts no connection.</source>
        <translation>%1 无法连接。</translation>
    </message>
    <message>
        <source>Check the gateway&apos;s address and port; a verification needs it, nothing else does.</source>
        <translation>请检查网关的地址和端口；只有验证会用到该地址。</translation>
    </message>
    <message>
        <source>%1 shows the gateway&apos;s metrics.</source>
        <translation>%1 提供网关的指标。</translation>
    </message>
    <message>
        <source>%1 shows no metrics of APISIX.</source>
        <translation>%1 不提供 APISIX 的指标。</translation>
    </message>
    <message>
        <source>Name the address of export_server in plugin_attr.prometheus, such as http://host:9091/apisix/prometheus/metrics.</source>
        <translation>请填写 plugin_attr.prometheus 中 export_server 的地址，例如 http://host:9091/apisix/prometheus/metrics。</translation>
    </message>
</context>
<context>
    <name>ConnectionTestView</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Admin key</source>
        <translation>Admin Key</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>with care</source>
        <translation>需留意</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
</context>
<context>
    <name>EffectiveSplit</name>
    <message>
        <source>All requests</source>
        <translation>全部请求</translation>
    </message>
    <message>
        <source>All other requests</source>
        <translation>其余请求</translation>
    </message>
    <message>
        <source>Requests that match %1</source>
        <translation>满足以下条件的请求：%1</translation>
    </message>
</context>
<context>
    <name>Expectation</name>
    <message>
        <source>For example: %1</source>
        <translation>例如：%1</translation>
    </message>
    <message>
        <source>Nothing can follow &quot;%1&quot;.</source>
        <translation>“%1”之后不能再有内容。</translation>
    </message>
    <message>
        <source>Put a value with blanks or &amp; in quotes; write each expectation on its own.</source>
        <translation>含空格或 &amp; 的值请加引号；每条期望请单独书写。</translation>
    </message>
    <message>
        <source>An expectation begins with status, header:NAME, body, json:/POINTER or time, not with &quot;%1&quot;.</source>
        <translation>期望应以 status、header:NAME、body、json:/POINTER 或 time 开头，而不是“%1”。</translation>
    </message>
    <message>
        <source>A JSON pointer begins with a slash.</source>
        <translation>JSON 指针以斜杠开头。</translation>
    </message>
    <message>
        <source>The header has no name.</source>
        <translation>没有写响应头的名称。</translation>
    </message>
    <message>
        <source>After &quot;%1&quot; one of %2 must follow.</source>
        <translation>“%1”之后必须是 %2 之一。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is followed by no value.</source>
        <translation>“%1”之后没有值。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a regular expression: %2.</source>
        <translation>“%1”不是有效的正则表达式：%2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a status: write 204, or 2xx for all that begin so.</source>
        <translation>“%1”不是状态码：请写 204，或用 2xx 表示所有以 2 开头的状态码。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time: write 800ms or 1.5s.</source>
        <translation>“%1”不是时间：请写 800ms 或 1.5s。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>the status was %1</source>
        <translation>状态码为 %1</translation>
    </message>
    <message>
        <source>there was no such header</source>
        <translation>没有此响应头</translation>
    </message>
    <message>
        <source>the header was &quot;%1&quot;</source>
        <translation>响应头为“%1”</translation>
    </message>
    <message>
        <source>the body was another one, of %1 bytes</source>
        <translation>响应体为其他内容，共 %1 字节</translation>
    </message>
    <message>
        <source>the body was no JSON with such a place</source>
        <translation>响应体不是 JSON，或其中没有此位置</translation>
    </message>
    <message>
        <source>the place had %1</source>
        <translation>该位置的值为 %1</translation>
    </message>
    <message>
        <source>it took %1 ms</source>
        <translation>耗时 %1 毫秒</translation>
    </message>
</context>
<context>
    <name>ExpectationCount</name>
    <message>
        <source>There was no answer to look at for %1.</source>
        <translation>没有可用来检查 %1 的应答。</translation>
    </message>
    <message>
        <source>All answers are as expected (%1).</source>
        <translation>所有应答都符合期望（%1）。</translation>
    </message>
    <message>
        <source>%1 of %2 answers of the target</source>
        <translation>目标上游 %2 个应答中的 %1 个</translation>
    </message>
    <message>
        <source>%1 of %2 of the current upstream</source>
        <translation>当前上游 %2 个中的 %1 个</translation>
    </message>
    <message>
        <source>%1 of %2 of neither upstream</source>
        <translation>不属于任一上游的 %2 个中的 %1 个</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Stands between the parts of a list.</extracomment>
        <translation>，</translation>
    </message>
    <message>
        <source>Not as expected (%1): %2. In the first of them %3.</source>
        <extracomment>%1 is what was expected, %2 a list such as &quot;12 of 200 answers of the target&quot;, %3 what the first of them had.</extracomment>
        <translation>不符合期望（%1）：%2。其中第一个：%3。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>ExpectationRows</name>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Expected of each answer</source>
        <translation>对每个应答的期望</translation>
    </message>
    <message>
        <source>Target failed</source>
        <translation>目标上游不符合</translation>
    </message>
    <message>
        <source>Current failed</source>
        <translation>当前上游不符合</translation>
    </message>
    <message>
        <source>Neither failed</source>
        <translation>其他不符合</translation>
    </message>
</context>
<context>
    <name>ExplanationTree</name>
    <message>
        <source>its path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>its host</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>its method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>the client&apos;s address</source>
        <translation>客户端地址</translation>
    </message>
    <message>
        <source>its conditions</source>
        <translation>匹配条件</translation>
    </message>
    <message>
        <source>another host</source>
        <translation>主机名不同</translation>
    </message>
    <message>
        <source>another method</source>
        <translation>方法不同</translation>
    </message>
    <message>
        <source>for other clients</source>
        <translation>只用于其他客户端</translation>
    </message>
    <message>
        <source>its conditions do not match</source>
        <translation>匹配条件不满足</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>已禁用</translation>
    </message>
    <message>
        <source>has a function that is not simulated</source>
        <translation>含有不模拟的函数</translation>
    </message>
    <message>
        <source>its host is less specific</source>
        <translation>主机名不够具体</translation>
    </message>
    <message>
        <source>its path is less specific</source>
        <translation>路径不够具体</translation>
    </message>
    <message>
        <source>a lower priority</source>
        <translation>优先级较低</translation>
    </message>
    <message>
        <source>a shorter path</source>
        <translation>路径较短</translation>
    </message>
    <message>
        <source>is later in the list</source>
        <translation>在列表中靠后</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>the current upstream</source>
        <translation>当前上游</translation>
    </message>
    <message>
        <source>the upstream written in the route</source>
        <translation>写在路由里的上游</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>no route matches</source>
        <translation>没有匹配的路由</translation>
    </message>
    <message>
        <source>rule %1 matches</source>
        <translation>命中规则 %1</translation>
    </message>
    <message>
        <source>no split</source>
        <translation>没有分流</translation>
    </message>
    <message>
        <source>no rule matches</source>
        <translation>未命中任何规则</translation>
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
    <name>HistoryRows</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Allocation</source>
        <translation>流量分配</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>JumpEntry</name>
    <message>
        <source>workspace</source>
        <translation>工作分区</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>release</source>
        <translation>发布任务</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>upstream</source>
        <translation>上游</translation>
    </message>
</context>
<context>
    <name>LiveTraffic</name>
    <message>
        <source>answer %1</source>
        <translation>应答 %1</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Plugin prometheus is not on the API: its requests are not counted.</source>
        <translation>该 API 未启用 prometheus 插件：其请求不会被统计。</translation>
    </message>
    <message>
        <source>Counted by service: routes with an upstream of their own are among the nodes named here.</source>
        <translation>按服务统计：这里的节点也包括自带上游的路由的节点。</translation>
    </message>
    <message>
        <source>Both upstreams have nodes at %1: these answers can&apos;t be told apart.</source>
        <translation>两个上游都包含节点 %1：来自这些节点的应答无法区分。</translation>
    </message>
    <message>
        <source>Nodes of neither upstream answered: %1.</source>
        <translation>有不属于这两个上游的节点作出应答：%1。</translation>
    </message>
    <message>
        <source>The cluster has no metrics address.</source>
        <translation>集群没有指标地址。</translation>
    </message>
    <message>
        <source>Give the gateways&apos; Prometheus addresses: --metrics, or in the cluster&apos;s settings.</source>
        <translation>请给出各网关的 Prometheus 地址：--metrics，或在集群设置中填写。</translation>
    </message>
    <message>
        <source>The API %1 does not exist any more.</source>
        <translation>API %1 已不存在。</translation>
    </message>
    <message>
        <source>Cancel the release.</source>
        <translation>请取消任务。</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>admin</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>viewer</source>
        <translation>查看者</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>reachable</source>
        <translation>可连接</translation>
    </message>
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
    <message>
        <source>connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>Key 被拒绝</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>演示</translation>
    </message>
</context>
<context>
    <name>Operation</name>
    <message>
        <source>The split is removed from %1: all new requests go to %2.</source>
        <translation>从 %1 移除分流：所有新请求转到 %2。</translation>
    </message>
    <message>
        <source>The target upstream %2 replaces %3 for all new requests to %1.</source>
        <translation>目标上游 %2 替换 %3，承接 %1 的所有新请求。</translation>
    </message>
    <message>
        <source>The API %1 gets the split that the release says.</source>
        <translation>API %1 将采用任务所记录的分流。</translation>
    </message>
    <message>
        <source>The API %1 gets what the release says. %2</source>
        <translation>API %1 将与任务的记录一致。%2</translation>
    </message>
    <message>
        <source>Its record is removed from the gateway; a copy is kept in a file on this computer.</source>
        <translation>任务记录将从网关移除，副本保存在本机的文件中。</translation>
    </message>
    <message>
        <source>The traffic of %1 is not touched.</source>
        <translation>%1 的流量不受影响。</translation>
    </message>
    <message>
        <source>The release is cancelled first: all new requests to %1 go to %2.</source>
        <translation>先取消任务：%1 的所有新请求转到 %2。</translation>
    </message>
    <message>
        <source>All new requests to %1 go to the current upstream %2. Requests that are running end where they are. A cancelled release can&apos;t be resumed.</source>
        <translation>%1 的所有新请求转到当前上游（%2）。正在处理的请求仍由原上游完成。已取消的任务无法恢复。</translation>
    </message>
    <message>
        <source>The target upstream %2 replaces %3: all new requests to %1 go to %2. No split is left behind.</source>
        <translation>目标上游 %2 替换 %3：%1 的所有新请求转到 %2。不会留下任何分流。</translation>
    </message>
    <message>
        <source>What the API %1 carries now becomes what the release wants. No traffic moves.</source>
        <translation>API %1 现有的配置将成为任务所记录的配置。流量去向不变。</translation>
    </message>
    <message>
        <source>The record goes from the gateway into a file on this computer. The traffic of %1 is not touched.</source>
        <translation>记录将从网关移到本机的文件中。%1 的流量不受影响。</translation>
    </message>
    <message>
        <source>The release &quot;%1&quot; is cancelled: all new requests to %2 go to %3.</source>
        <translation>任务“%1”已取消：%2 的所有新请求转到 %3。</translation>
    </message>
    <message>
        <source>The release &quot;%1&quot; is completed: all new requests to %2 go to %3.</source>
        <translation>任务“%1”已完成：%2 的所有新请求转到 %3。</translation>
    </message>
    <message>
        <source>The release &quot;%1&quot; is deleted.</source>
        <translation>任务“%1”已删除。</translation>
    </message>
    <message>
        <source>The release &quot;%1&quot; is archived.</source>
        <translation>任务“%1”已归档。</translation>
    </message>
    <message>
        <source>The API %1 is what the release &quot;%2&quot; says. %3</source>
        <translation>API %1 与任务“%2”的记录一致。%3</translation>
    </message>
    <message>
        <source>Its record is kept in %1.</source>
        <translation>任务记录已保存到 %1。</translation>
    </message>
    <message>
        <source>Move traffic now</source>
        <translation>立即移走流量</translation>
    </message>
    <message>
        <source>The split alone is removed from %1: all new requests go to %2. The record stays as it is, and the release reads as stopped outside.</source>
        <translation>仅从 %1 移除分流：所有新请求转到 %2。记录保持原样，任务将显示为“已在外部停止”。</translation>
    </message>
    <message>
        <source>All new requests to %1 go to %2.</source>
        <translation>%1 的所有新请求转到 %2。</translation>
    </message>
    <message>
        <source>The split is the release &quot;%1&quot; now.</source>
        <translation>该分流现由任务“%1”管理。</translation>
    </message>
    <message>
        <source>New release</source>
        <translation>新建发布</translation>
    </message>
    <message>
        <source>The release &quot;%1&quot; is in progress.</source>
        <translation>任务“%1”进行中。</translation>
    </message>
    <message>
        <source>The release &quot;%1&quot; is configured.</source>
        <translation>任务“%1”的配置已更新。</translation>
    </message>
    <message>
        <source>The split that %1 carries becomes a release. No traffic moves. Cancel release will remove the split altogether.</source>
        <translation>%1 上的分流将成为一个发布任务。流量去向不变。此后“取消任务”会彻底移除该分流。</translation>
    </message>
    <message>
        <source>Remove the split</source>
        <translation>移除分流</translation>
    </message>
    <message>
        <source>Create the upstream</source>
        <translation>新建上游</translation>
    </message>
    <message>
        <source>The upstream %1 is made of what the release&apos;s record kept. No traffic moves.</source>
        <translation>用任务记录中保存的内容新建上游 %1。流量去向不变。</translation>
    </message>
    <message>
        <source>The upstream %1 is made.</source>
        <translation>已新建上游 %1。</translation>
    </message>
    <message>
        <source>Delete upstream</source>
        <translation>删除上游</translation>
    </message>
    <message>
        <source>The upstream %1 goes from the gateway. The gateway refuses where an API or a release still uses it.</source>
        <translation>上游 %1 将从网关移除。如果仍有 API 或任务在使用此上游，网关会拒绝删除。</translation>
    </message>
    <message>
        <source>The upstream %1 is deleted.</source>
        <translation>上游 %1 已删除。</translation>
    </message>
    <message>
        <source>Delete release</source>
        <translation>删除任务</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>The file &quot;%1&quot; can&apos;t be read.</source>
        <translation>无法读取文件“%1”。</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; can&apos;t be written.</source>
        <translation>无法写入文件“%1”。</translation>
    </message>
    <message>
        <source>Nothing was changed: the traffic goes where it went.</source>
        <translation>没有任何改动：流量去向不变。</translation>
    </message>
    <message>
        <source> Go on? [y/N] </source>
        <translation> 继续吗？[y/N] </translation>
    </message>
</context>
<context>
    <name>Ownership</name>
    <message>
        <source>This cluster&apos;s configuration is written by %1: its next sync may remove the split, and undo a full release that its source does not know.</source>
        <translation>此集群的配置由 %1 写入：下次同步可能移除分流，并撤销配置来源中没有的全量发布。</translation>
    </message>
    <message>
        <source>the Ingress controller</source>
        <translation>Ingress 控制器</translation>
    </message>
    <message>
        <source>another tool</source>
        <translation>其他工具</translation>
    </message>
</context>
<context>
    <name>PastedRequest</name>
    <message>
        <source>&quot;%1&quot; is not part of a request.</source>
        <translation>“%1”不是请求的组成部分。</translation>
    </message>
    <message>
        <source>Paste a curl command, or lines such as &quot;x-canary: 1&quot;.</source>
        <translation>请粘贴 curl 命令，或类似“x-canary: 1”的行。</translation>
    </message>
</context>
<context>
    <name>PlacementRows</name>
    <message>
        <source>rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>its label</source>
        <translation>自身标签</translation>
    </message>
    <message>
        <source>no rule matches</source>
        <translation>未命中任何规则</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作分区</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>上游</translation>
    </message>
</context>
<context>
    <name>PlanCommands</name>
    <message>
        <source>%1  target %2 of %3 (%4), errors %5 / %6, p95 %7 / %8 (target / current)</source>
        <translation>%1  目标上游 %2 / 共 %3（%4），错误 %5 / %6，p95 %7 / %8（目标 / 当前）</translation>
    </message>
    <message>
        <source>The release has no plan.</source>
        <translation>该任务没有计划。</translation>
    </message>
    <message>
        <source>STEP</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>SHARE | HOLD | LIMITS</source>
        <translation>比例 | 保持 | 上限</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>here</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Alarm: %1</source>
        <translation>告警：%1</translation>
    </message>
    <message>
        <source>The plan is paused.</source>
        <translation>计划已暂停。</translation>
    </message>
    <message>
        <source>Not running.</source>
        <translation>计划未在执行。</translation>
    </message>
    <message>
        <source>%1 runs it now.</source>
        <translation>%1 正在执行计划。</translation>
    </message>
    <message>
        <source>step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
    <message>
        <source>A limit is broken: %1</source>
        <translation>超过上限：%1</translation>
    </message>
    <message>
        <source>The release is cancelled: all traffic goes to the current upstream.</source>
        <translation>任务已取消：所有流量转到当前上游。</translation>
    </message>
    <message>
        <source>In all:</source>
        <translation>合计：</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; can&apos;t be read.</source>
        <translation>无法读取文件“%1”。</translation>
    </message>
</context>
<context>
    <name>PlanOffers</name>
    <message>
        <source>%1 is acting on this API; a plan has one runner at a time.</source>
        <translation>%1 正在操作此 API；同一时间只能有一方执行计划。</translation>
    </message>
    <message>
        <source>The plan is run here: stop that first.</source>
        <translation>计划正在此处执行：请先停止。</translation>
    </message>
    <message>
        <source>%1 is acting on this API; the plan can be edited after that.</source>
        <translation>%1 正在操作此 API；待其结束后才能编辑计划。</translation>
    </message>
    <message>
        <source>The lease that %1 left behind ends within 30 seconds.</source>
        <translation>%1 遗留的租约会在 30 秒内失效。</translation>
    </message>
    <message>
        <source>This is ordered already.</source>
        <translation>已下达过此指令。</translation>
    </message>
    <message>
        <source>The plan has not begun.</source>
        <translation>计划尚未开始。</translation>
    </message>
    <message>
        <source>The plan is at its last step.</source>
        <translation>计划已在最后一步。</translation>
    </message>
    <message>
        <source>There is no step before this one.</source>
        <translation>此步之前没有步骤。</translation>
    </message>
    <message>
        <source>Run here</source>
        <translation>在此执行</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接手执行</translation>
    </message>
    <message>
        <source>Stop running here</source>
        <translation>停止在此执行</translation>
    </message>
    <message>
        <source>Edit the plan</source>
        <translation>编辑计划</translation>
    </message>
    <message>
        <source>Make a plan</source>
        <translation>制定计划</translation>
    </message>
</context>
<context>
    <name>PlanOperation</name>
    <message>
        <source>The steps go from the release&apos;s record. Its share stays as it is.</source>
        <translation>将从任务记录中移除各步骤。比例保持不变。</translation>
    </message>
    <message>
        <source>The steps are kept with the release, so that every operator sees them. No traffic moves before someone runs the plan.</source>
        <translation>步骤随任务一起保存，每位操作人都能看到。有人执行计划之前，流量去向不变。</translation>
    </message>
    <message>
        <source>It begins at its first step.</source>
        <translation>计划从第一步开始。</translation>
    </message>
    <message>
        <source>It is at step %1, as before.</source>
        <translation>计划仍在第 %1 步。</translation>
    </message>
    <message>
        <source>The plan stays at the step that holds, and the share as it is, until someone resumes it.</source>
        <translation>计划停在当前步骤，比例保持不变，直到有人恢复。</translation>
    </message>
    <message>
        <source>The plan goes on from where it is.</source>
        <translation>计划从当前位置继续。</translation>
    </message>
    <message>
        <source>The alarm is taken back, and the plan goes on from where it is.</source>
        <translation>撤销告警，计划从当前位置继续。</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>第 %1 步：%2</translation>
    </message>
    <message>
        <source>The plan goes one step back.</source>
        <translation>计划退回一步。</translation>
    </message>
    <message>
        <source>The last step ends, and with it the plan.</source>
        <translation>最后一步结束，计划也随之结束。</translation>
    </message>
    <message>
        <source>The step ends at once, whatever its hold and its limits.</source>
        <translation>当前步骤立即结束，不论保持时间和上限。</translation>
    </message>
    <message>
        <source>The step ends as soon as its limits are kept.</source>
        <translation>满足上限后，当前步骤即结束。</translation>
    </message>
    <message>
        <source>Remove the plan</source>
        <translation>移除计划</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>保存计划</translation>
    </message>
    <message>
        <source>The plan was changed elsewhere since you began; yours takes its place.</source>
        <translation>您开始编辑后，计划已在别处更改；您的计划将取而代之。</translation>
    </message>
    <message>
        <source>The release &quot;%1&quot; has no plan any more.</source>
        <translation>任务“%1”已没有计划。</translation>
    </message>
    <message>
        <source>The plan of &quot;%1&quot; is kept with it.</source>
        <translation>“%1”的计划已随任务保存。</translation>
    </message>
    <message>
        <source>The plan is not running: this is done as soon as someone runs it.</source>
        <translation>计划未在执行：有人执行时才会生效。</translation>
    </message>
    <message>
        <source>%1: told to the plan of &quot;%2&quot;.</source>
        <extracomment>The first is a verb, for example &quot;Skip the step&quot;.</extracomment>
        <translation>“%2”的计划已收到指令：%1。</translation>
    </message>
    <message>
        <source>The plan of &quot;%1&quot; is run by this window, from step %2 of %3 on: the share moves by itself, as its steps say.</source>
        <translation>由此窗口从第 %2 步（共 %3 步）开始执行“%1”的计划：比例按各步骤自动变化。</translation>
    </message>
    <message>
        <source>A broken limit cancels the release by itself.</source>
        <translation>超过上限时会自动取消任务。</translation>
    </message>
    <message>
        <source>A broken limit pauses the plan, and the traffic stays as it is.</source>
        <translation>超过上限时计划暂停，流量去向不变。</translation>
    </message>
    <message>
        <source>Run the plan here</source>
        <translation>在此执行计划</translation>
    </message>
    <message>
        <source>It ends with this window; whoever runs it next goes on from there. Cancel passes at any time.</source>
        <translation>关闭窗口后执行即停止；之后无论由谁执行，都从该处继续。任何时候都可以取消任务。</translation>
    </message>
</context>
<context>
    <name>PlanRows</name>
    <message>
        <source>passed</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>here, alarm</source>
        <translation>当前，告警</translation>
    </message>
    <message>
        <source>here, paused</source>
        <translation>当前，已暂停</translation>
    </message>
    <message>
        <source>here</source>
        <translation>当前</translation>
    </message>
    <message numerus="yes">
        <source>The plan of %n step(s) has not begun.</source>
        <translation>
            <numerusform>计划共 %n 步，尚未开始。</numerusform>
        </translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>%1: %2 since %3.</source>
        <translation>%1：%2，自 %3 起。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>This window runs it, for as long as it is open.</source>
        <translation>由此窗口执行，直到窗口关闭。</translation>
    </message>
    <message>
        <source>%1 holds the lease of the API since %2 and renews it.</source>
        <translation>%1 自 %2 起持有此 API 的租约，并在续期。</translation>
    </message>
    <message>
        <source>%1 holds the lease of the API since %2, but does not renew it any more: it was left behind and can be taken over.</source>
        <translation>%1 自 %2 起持有此 API 的租约，但已不再续期：这是遗留的租约，可以接手执行。</translation>
    </message>
    <message>
        <source>Not running: it stays where it is.</source>
        <translation>未在执行：计划停留在原处。</translation>
    </message>
    <message>
        <source>The plan is paused.</source>
        <translation>计划已暂停。</translation>
    </message>
    <message>
        <source>A limit is broken: %1.</source>
        <translation>超过上限：%1。</translation>
    </message>
    <message>
        <source>It moves now: %1.</source>
        <translation>正在转到下一步：%1。</translation>
    </message>
    <message>
        <source>The step has been held; its limits are judged by whoever runs the plan.</source>
        <translation>此步的保持时间已满；上限由执行计划的一方判断。</translation>
    </message>
    <message>
        <source>After this step the plan has passed; Full release is left to a person.</source>
        <translation>此步完成后计划即结束；是否全量发布由人决定。</translation>
    </message>
    <message>
        <source>Next: step %1, %2, %3.</source>
        <translation>接下来：第 %1 步，%2，%3。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Allocation</source>
        <translation>流量分配</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>下一步条件</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The release has ended at step %1 of %2.</source>
        <translation>任务结束于第 %1 步，共 %2 步。</translation>
    </message>
</context>
<context>
    <name>PlanRunner</name>
    <message>
        <source>The release &quot;%1&quot; has no plan.</source>
        <translation>任务“%1”没有计划。</translation>
    </message>
    <message>
        <source>Give it one, then run it.</source>
        <translation>请先为它制定计划，再执行。</translation>
    </message>
    <message>
        <source>The release has ended: %1.</source>
        <translation>任务已结束：%1。</translation>
    </message>
    <message>
        <source>The plan stops: the release&apos;s condition is &quot;%1&quot;.</source>
        <translation>计划停止：任务的状况是“%1”。</translation>
    </message>
    <message>
        <source>Look at the release, put it right, then run the plan again.</source>
        <translation>请查看任务并处理好，然后再次执行计划。</translation>
    </message>
    <message>
        <source>The run was stopped; the split stays as it is.</source>
        <translation>执行已停止；分流保持不变。</translation>
    </message>
    <message>
        <source>A limit is broken: %1. The plan is paused.</source>
        <translation>超过上限：%1。计划已暂停。</translation>
    </message>
    <message>
        <source>A limit is broken: %1. The release is cancelled.</source>
        <translation>超过上限：%1。任务已取消。</translation>
    </message>
</context>
<context>
    <name>PlanRuns</name>
    <message>
        <source>The plan of &quot;%1&quot; is no longer run here.</source>
        <translation>此处不再执行“%1”的计划。</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>holds for %1</source>
        <translation>保持 %1</translation>
    </message>
    <message>
        <source>waits for a person</source>
        <translation>等待人工继续</translation>
    </message>
    <message>
        <source>errors at most %1 %</source>
        <translation>错误率不超过 %1 %</translation>
    </message>
    <message>
        <source>median at most %1 ms</source>
        <translation>中位数不超过 %1 毫秒</translation>
    </message>
    <message>
        <source>p95 at most %1 ms</source>
        <translation>p95 不超过 %1 毫秒</translation>
    </message>
    <message>
        <source>p99 at most %1 ms</source>
        <translation>p99 不超过 %1 毫秒</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>统计时长 %1</translation>
    </message>
    <message numerus="yes">
        <source>after %n answer(s)</source>
        <translation>
            <numerusform>应答满 %n 个后</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 (measured: beyond what is counted)</source>
        <translation>%1（实测：超出可统计的范围）</translation>
    </message>
    <message>
        <source>%1 (measured: %2)</source>
        <translation>%1（实测：%2）</translation>
    </message>
    <message>
        <source>Pause the plan</source>
        <translation>暂停计划</translation>
    </message>
    <message>
        <source>Resume the plan</source>
        <translation>恢复计划</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Skip the step</source>
        <translation>跳过此步</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>退回一步</translation>
    </message>
</context>
<context>
    <name>PolicyAdvice</name>
    <message>
        <source>The target&apos;s requests come in bursts: up to %1 requests in a row of each worker all go to the current upstream. %2 % comes evenly.</source>
        <translation>目标上游的请求会成批到达：每个工作进程最多会有连续 %1 个请求全部转到当前上游。%2 % 则分布均匀。</translation>
    </message>
    <message>
        <source>Together the rules match every request.</source>
        <translation>这些规则合起来会命中所有请求。</translation>
    </message>
    <message>
        <source>No request can match &quot;%1&quot;: its conditions exclude each other.</source>
        <translation>没有请求能命中“%1”：其条件互相矛盾。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; also matches requests that carry none of these fields.</source>
        <translation>“%1”也会命中不带这些字段的请求。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; changes nothing: &quot;%2&quot; matches all its requests.</source>
        <translation>“%1”不起作用：能命中它的请求都会命中“%2”。</translation>
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
        <source>%1 % of the requests that match a rule go to %2; all others go to %3.</source>
        <translation>命中规则的请求中有 %1 % 转到 %2，其余全部转到 %3。</translation>
    </message>
    <message>
        <source>Requests that match a rule go to %1; all others go to %2.</source>
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
        <source>About %1 of 100 requests go to %2, the rest to %3. Each request is picked anew, so the same user may see both.</source>
        <translation>每 100 个请求约有 %1 个转到 %2，其余转到 %3。每个请求单独选择，因此同一用户可能访问到两个上游。</translation>
    </message>
</context>
<context>
    <name>ProbePlan</name>
    <message>
        <source>matches %1</source>
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
    <message>
        <source>%1 is empty</source>
        <translation>%1 为空</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;</source>
        <translation>%1 为“%2”</translation>
    </message>
    <message>
        <source>%1 in another case</source>
        <translation>%1 改变大小写</translation>
    </message>
    <message>
        <source>%1 % of all requests</source>
        <translation>全部请求的 %1 %</translation>
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
    <name>PrometheusText</name>
    <message>
        <source>This is not Prometheus text.</source>
        <translation>这不是 Prometheus 文本。</translation>
    </message>
    <message>
        <source>Check the metrics address of the cluster.</source>
        <translation>请检查集群的指标地址。</translation>
    </message>
</context>
<context>
    <name>Prose</name>
    <message>
        <source>&quot;%1&quot;</source>
        <extracomment>A name within a sentence.</extracomment>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the items of an enumeration.</extracomment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>RecordNotes</name>
    <message>
        <source>The release has ended: it has no plan any more.</source>
        <translation>任务已结束：不再有计划。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a release that this Sluice can write to.</source>
        <translation>“%1”不是此 Sluice 能写入的任务。</translation>
    </message>
    <message>
        <source>The release &quot;%1&quot; has no plan.</source>
        <translation>任务“%1”没有计划。</translation>
    </message>
    <message>
        <source>Give it one, then run it.</source>
        <translation>请先为它制定计划，再执行。</translation>
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
    <message>
        <source>The rehearsal was stopped.</source>
        <translation>预演已停止。</translation>
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
        <translation>已在本地孪生网关上预演；对集群只有读取。</translation>
    </message>
    <message>
        <source>There is no target upstream.</source>
        <translation>没有目标上游。</translation>
    </message>
    <message>
        <source>Name one with --target.</source>
        <translation>请用 --target 指定。</translation>
    </message>
    <message>
        <source>Not simulated: %1 (%2). %3</source>
        <translation>未模拟：%1（%2）。%3</translation>
    </message>
    <message numerus="yes">
        <source>Submit sends exactly the %n request(s) that were rehearsed: no difference.</source>
        <translation>
            <numerusform>提交发送的正是预演过的 %n 个请求：没有差异。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing says what to rehearse.</source>
        <translation>没有说明要预演什么。</translation>
    </message>
    <message>
        <source>Give a release, or --api, --target and --plan, --percentage or --rule.</source>
        <translation>请给出任务，或 --api、--target 以及 --plan、--percentage 或 --rule。</translation>
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
    <message>
        <source>the API carries none</source>
        <translation>API 上没有分流</translation>
    </message>
    <message>
        <source>it sends traffic to &quot;%1&quot;, the release&apos;s target is &quot;%2&quot;</source>
        <translation>分流把流量转到“%1”，而任务的目标上游是“%2”</translation>
    </message>
    <message>
        <source>This split can&apos;t be adopted: %1.</source>
        <translation>无法接管此分流：%1。</translation>
    </message>
    <message>
        <source>Cancel the release, or re-apply it.</source>
        <translation>请取消任务，或重新应用。</translation>
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
    <name>ReleaseBack</name>
    <message>
        <source>The API no longer uses &quot;%1&quot;.</source>
        <translation>API 已不再使用“%1”。</translation>
    </message>
    <message>
        <source>Create a new release from what it uses now.</source>
        <translation>请从 API 现在使用的上游新建发布。</translation>
    </message>
    <message>
        <source>%1, back</source>
        <translation>%1（回退）</translation>
    </message>
    <message>
        <source>The record did not keep the upstream that was written inside the API.</source>
        <translation>记录中没有保留写在 API 内的上游。</translation>
    </message>
    <message>
        <source>Create an upstream from it, and a new release.</source>
        <translation>请先建立上游，再新建发布。</translation>
    </message>
    <message>
        <source>The API used the upstream of its service, which is not an upstream object.</source>
        <translation>API 原来使用所属服务的上游，而那不是独立的上游对象。</translation>
    </message>
    <message>
        <source>Create an upstream from it, and a new release; or remove the route&apos;s own upstream.</source>
        <translation>请先建立上游，再新建发布；或去掉路由自己的上游。</translation>
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
        <translation>状况</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>TARGET</source>
        <translation>目标上游</translation>
    </message>
    <message>
        <source>ALLOCATION</source>
        <translation>流量分配</translation>
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
        <source>This is a production cluster.</source>
        <translation>这是生产集群。</translation>
    </message>
    <message>
        <source>Add --confirm %1 to go on.</source>
        <translation>要继续，请加上 --confirm %1。</translation>
    </message>
    <message>
        <source>The split without a release is removed from %1.</source>
        <translation>已从 %1 移除无主分流。</translation>
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
    <message>
        <source>Plan: step %1 of %2</source>
        <translation>计划：第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>%1 is acting on the API now.</source>
        <translation>%1 正在操作该 API。</translation>
    </message>
    <message>
        <source>Begin the release?</source>
        <translation>开始此发布任务？</translation>
    </message>
    <message>
        <source>Commit the API to its source as it is now: sluicectl apis show %1 --desired</source>
        <translation>请将 API 的当前配置提交到其配置来源：sluicectl apis show %1 --desired</translation>
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
        <translation>以下路由会一同切换：%1。</translation>
    </message>
    <message>
        <source>These routes have an upstream of their own: the split&apos;s share goes to the target, the rest stays there, and a full release does not move them: %1.</source>
        <translation>以下路由有自己的上游：按分流比例的部分转到目标上游，其余仍留在原上游，全量发布不会切换它们：%1。</translation>
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
        <translation>此分流会覆盖另一个分流，取消任务后后者重新生效：%1。</translation>
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
        <translation>任务“%1”已完成：作为发布记录，不能删除。</translation>
    </message>
    <message>
        <source>Archive moves it from the gateway into a file.</source>
        <translation>归档会将其从网关移到文件中。</translation>
    </message>
    <message>
        <source>The release &quot;%1&quot; is cancelled and can&apos;t be resumed.</source>
        <translation>任务“%1”已取消，不能恢复。</translation>
    </message>
    <message>
        <source>Create a new release.</source>
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
        <translation>任务“%1”的更改尚未在 API 上生效。</translation>
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
        <translation>请删除此任务；只会移除任务记录。</translation>
    </message>
    <message>
        <source>Cancel the release, or re-apply it.</source>
        <translation>请取消任务，或重新应用。</translation>
    </message>
    <message>
        <source>The API is not what the release &quot;%1&quot; says.</source>
        <translation>API 的配置与任务“%1”的记录不一致。</translation>
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
    <message>
        <source>The release &quot;%1&quot; is %2: only a completed one is archived.</source>
        <translation>任务“%1”%2：只有已完成的任务才能归档。</translation>
    </message>
    <message>
        <source>Delete keeps its record in a file, too.</source>
        <translation>删除时也会把记录保存到文件。</translation>
    </message>
    <message>
        <source>The release &quot;%1&quot; is %2: only a completed one can be taken back.</source>
        <translation>任务“%1”%2：只有已完成的任务才能回退。</translation>
    </message>
    <message>
        <source>Cancel the release.</source>
        <translation>请取消任务。</translation>
    </message>
    <message>
        <source>Nothing is pending: the API is what the release &quot;%1&quot; says.</source>
        <translation>没有待完成的变更：API 与任务“%1”的记录一致。</translation>
    </message>
    <message>
        <source>Apply the pending change.</source>
        <translation>请应用待完成的变更。</translation>
    </message>
    <message>
        <source>Someone stopped &quot;%1&quot; without Sluice.</source>
        <translation>有人在 Sluice 之外停止了“%1”。</translation>
    </message>
    <message>
        <source>The release &quot;%1&quot; is completed, but its API no longer uses the target upstream &quot;%2&quot;.</source>
        <translation>任务“%1”已完成，但其 API 不再使用目标上游“%2”。</translation>
    </message>
    <message>
        <source>Find out who changed it: a sync of the configuration&apos;s owner undoes a full release that its source does not know.</source>
        <translation>请查明是谁改动的：配置归属方同步时，会撤销其来源中没有的全量发布。</translation>
    </message>
    <message>
        <source>The release &quot;%1&quot; was cancelled, but its API uses the target upstream &quot;%2&quot;.</source>
        <translation>任务“%1”已取消，但其 API 使用目标上游“%2”。</translation>
    </message>
    <message>
        <source>Find out who changed it.</source>
        <translation>请查明是谁改动的。</translation>
    </message>
    <message>
        <source>Look at the difference; then cancel the release, or make the two agree again.</source>
        <translation>请查看差异，然后取消任务，或使二者重新一致。</translation>
    </message>
</context>
<context>
    <name>ReleaseOffers</name>
    <message>
        <source>An action on this release is under way.</source>
        <translation>此任务上有操作正在进行。</translation>
    </message>
    <message>
        <source>View</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>预演</translation>
    </message>
    <message>
        <source>This window runs the plan of this release: stop that first.</source>
        <translation>此窗口正在执行该任务的计划：请先停止执行。</translation>
    </message>
</context>
<context>
    <name>ReleasePlan</name>
    <message>
        <source>The last step has passed.</source>
        <translation>最后一步已通过。</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>one step back</source>
        <translation>退回一步</translation>
    </message>
    <message>
        <source>The plan is paused.</source>
        <translation>计划已暂停。</translation>
    </message>
    <message>
        <source>The step waits until someone says go on.</source>
        <translation>该步骤正等待人工继续。</translation>
    </message>
    <message numerus="yes">
        <source>The step holds for another %n second(s).</source>
        <translation>
            <numerusform>该步还要保持 %n 秒。</numerusform>
        </translation>
    </message>
    <message>
        <source>The limits count after %1 requests; there were %2.</source>
        <translation>满 %1 个请求后才判断上限；目前 %2 个。</translation>
    </message>
    <message>
        <source>The limits count after %1 answers of the target; there were %2.</source>
        <translation>目标上游满 %1 个应答后才判断上限；目前 %2 个。</translation>
    </message>
    <message>
        <source>A limit is not kept: %1</source>
        <translation>未满足上限：%1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a step of a plan.</source>
        <translation>“%1”不是计划的一步。</translation>
    </message>
    <message>
        <source>Write a share, a hold and limits: 10 | 5m | errors&lt;=1% p95&lt;=300ms.</source>
        <translation>请写比例、保持时间和上限：10 | 5m | errors&lt;=1% p95&lt;=300ms。</translation>
    </message>
    <message>
        <source>The step &quot;%1&quot; is too long to be kept in a label.</source>
        <translation>步骤“%1”太长，无法保存在标签中。</translation>
    </message>
    <message>
        <source>Configure the release by these rules, and plan the shares only.</source>
        <translation>请用这些规则配置任务，计划中只写比例。</translation>
    </message>
    <message>
        <source>The plan has no step.</source>
        <translation>计划没有步骤。</translation>
    </message>
    <message>
        <source>Write one a line: 10 | 5m | errors&lt;=1%.</source>
        <translation>每行写一步：10 | 5m | errors&lt;=1%。</translation>
    </message>
    <message>
        <source>the last change had not reached the API</source>
        <translation>上一次变更未在 API 上生效</translation>
    </message>
    <message>
        <source>the plan begins</source>
        <translation>计划开始</translation>
    </message>
    <message>
        <source>the release was configured otherwise</source>
        <translation>任务的配置已另行更改</translation>
    </message>
    <message>
        <source>held as planned</source>
        <translation>已按计划保持</translation>
    </message>
    <message>
        <source>held, and within its limits</source>
        <translation>已保持，且在上限之内</translation>
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
        <translation>所属服务的上游</translation>
    </message>
    <message>
        <source>There is no release &quot;%1&quot; on the gateway.</source>
        <translation>网关上没有任务“%1”。</translation>
    </message>
    <message>
        <source>Look at the list of releases: it may have been deleted.</source>
        <translation>请查看任务列表：任务可能已被删除。</translation>
    </message>
    <message>
        <source>All traffic goes to %1.</source>
        <translation>全部流量转到 %1。</translation>
    </message>
    <message>
        <source>The API carries a split that this form can&apos;t show.</source>
        <translation>API 上有表单无法显示的分流。</translation>
    </message>
    <message>
        <source>Requests that match a rule go to %1, all others to %2.</source>
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
    <message>
        <source>The API %1 does not exist any more.</source>
        <translation>API %1 已不存在。</translation>
    </message>
    <message>
        <source>Nothing can be called there.</source>
        <translation>那里已无法调用。</translation>
    </message>
    <message>
        <source>Cancel the release.</source>
        <translation>请取消任务。</translation>
    </message>
    <message>
        <source>The target upstream &quot;%1&quot; does not exist any more.</source>
        <translation>目标上游“%1”已不存在。</translation>
    </message>
    <message>
        <source>The gateway answers 500 to every request that reaches the split.</source>
        <translation>网关对经过该分流的每个请求都返回 500。</translation>
    </message>
    <message>
        <source>A limit is broken: %1. The plan is paused.</source>
        <translation>超过上限：%1。计划已暂停。</translation>
    </message>
    <message>
        <source>Cancel the release; or repair the target, then resume the plan.</source>
        <translation>请取消任务；或修复目标上游后恢复计划。</translation>
    </message>
</context>
<context>
    <name>ReleaseRows</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Current → Target</source>
        <translation>当前 → 目标</translation>
    </message>
    <message>
        <source>Allocation</source>
        <translation>流量分配</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新时间</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作分区</translation>
    </message>
</context>
<context>
    <name>ReleaseService</name>
    <message>
        <source>Someone else changed this release at the same moment.</source>
        <translation>其他人刚刚也更改了此任务。</translation>
    </message>
    <message>
        <source>%1 changed this release at the same moment.</source>
        <translation>%1 刚刚也更改了此任务。</translation>
    </message>
    <message>
        <source>Look at the release as it is now, then decide again.</source>
        <translation>请查看任务的最新状态后再决定。</translation>
    </message>
    <message>
        <source>The API was changed by other hands at the same moment.</source>
        <translation>API 刚刚被他人更改。</translation>
    </message>
    <message>
        <source>Look at the API as it is now, then decide again.</source>
        <translation>请查看 API 的最新状态后再决定。</translation>
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
        <translation>请接管此分流，或让创建者移除。</translation>
    </message>
    <message>
        <source>The API carries the split of a release whose record is gone.</source>
        <translation>API 上的分流所属的任务记录已丢失。</translation>
    </message>
    <message>
        <source>Remove the split, or adopt it.</source>
        <translation>请移除或接管此分流。</translation>
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
        <source>Cancel the release.</source>
        <translation>请取消任务。</translation>
    </message>
    <message>
        <source>This split can&apos;t be adopted: %1.</source>
        <translation>无法接管此分流：%1。</translation>
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
        <translation>更改尚未在 API 上生效。</translation>
    </message>
    <message>
        <source>Not as written: %1</source>
        <translation>与写入的内容不一致：%1</translation>
    </message>
    <message>
        <source>The target upstream &quot;%1&quot; does not exist.</source>
        <translation>目标上游“%1”不存在。</translation>
    </message>
    <message>
        <source>Choose or create another one; a release whose target is gone is cancelled.</source>
        <translation>请选择或新建其他上游；目标上游已不存在的任务应取消。</translation>
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
        <translation>没有把流量转到其他上游</translation>
    </message>
    <message>
        <source>It stays as it is; its owner has to change it.</source>
        <translation>分流保持不变；需由其创建者更改。</translation>
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
        <translation>下层的分流会随之生效：%1。</translation>
    </message>
    <message>
        <source>End or remove that one first.</source>
        <translation>请先结束或移除该分流。</translation>
    </message>
    <message>
        <source>Nothing was changed: the traffic goes where it went.</source>
        <translation>没有任何改动：流量去向不变。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>The release was deleted by someone else: all traffic goes to the current upstream.</source>
        <translation>任务已被他人删除：所有流量转到当前上游。</translation>
    </message>
    <message>
        <source>Look at the list of releases.</source>
        <translation>请查看任务列表。</translation>
    </message>
    <message>
        <source>What the traffic does now can&apos;t be read.</source>
        <translation>现在无法得知流量去向。</translation>
    </message>
    <message>
        <source>Refresh as soon as the gateway answers; a pending release can be finished or cancelled then.</source>
        <translation>网关恢复应答后请刷新；届时可应用待完成的变更，或取消任务。</translation>
    </message>
</context>
<context>
    <name>ReleaseWords</name>
    <message>
        <source>In progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>header %1</source>
        <translation>请求头 %1</translation>
    </message>
    <message>
        <source>query parameter %1</source>
        <translation>请求参数 %1</translation>
    </message>
    <message>
        <source>cookie %1</source>
        <translation>Cookie %1</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待完成</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>被取代</translation>
    </message>
    <message>
        <source>Stopped outside</source>
        <translation>已在外部停止</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>配置漂移</translation>
    </message>
    <message>
        <source>Reverted outside</source>
        <translation>已在外部撤销</translation>
    </message>
    <message>
        <source>Ended otherwise</source>
        <translation>结束状态不符</translation>
    </message>
    <message>
        <source>Configure</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Cancel release</source>
        <translation>取消任务</translation>
    </message>
    <message>
        <source>Full release</source>
        <translation>全量发布</translation>
    </message>
    <message>
        <source>Apply pending change</source>
        <translation>应用待完成的变更</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>New release back</source>
        <translation>新建回退发布</translation>
    </message>
    <message>
        <source>Re-apply</source>
        <translation>重新应用</translation>
    </message>
    <message>
        <source>can&apos;t be shown</source>
        <translation>无法显示</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n 条规则</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <translation>%1，%2 %</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 等于 %2</translation>
    </message>
    <message>
        <source>%1 is not %2</source>
        <translation>%1 不等于 %2</translation>
    </message>
    <message>
        <source>%1 matches %2</source>
        <translation>%1 匹配正则 %2</translation>
    </message>
    <message>
        <source>%1 is one of %2</source>
        <translation>%1 属于 %2</translation>
    </message>
    <message>
        <source>%1 is greater than %2</source>
        <translation>%1 大于 %2</translation>
    </message>
    <message>
        <source>%1 is less than %2</source>
        <translation>%1 小于 %2</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>%1 存在</translation>
    </message>
    <message>
        <source>%1 is not there</source>
        <translation>%1 不存在</translation>
    </message>
    <message>
        <source> and </source>
        <extracomment>Joins the conditions of one group.</extracomment>
        <translation>，且</translation>
    </message>
    <message>
        <source>, or
</source>
        <extracomment>Joins the groups of a rule, each on a line of its own.</extracomment>
        <translation>，或
</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>Query parameter</source>
        <translation>请求参数</translation>
    </message>
    <message>
        <source>Cookie</source>
        <translation>Cookie</translation>
    </message>
    <message>
        <source>equals</source>
        <translation>等于</translation>
    </message>
    <message>
        <source>does not equal</source>
        <translation>不等于</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>匹配正则</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>is greater than</source>
        <translation>大于</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>小于</translation>
    </message>
    <message>
        <source>is there</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Step of the plan</source>
        <translation>计划步骤</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Pause the plan</source>
        <translation>暂停计划</translation>
    </message>
    <message>
        <source>Resume the plan</source>
        <translation>恢复计划</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Skip the step</source>
        <translation>跳过此步</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>退回一步</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>曾为 %1</translation>
    </message>
    <message>
        <source>should be %1</source>
        <translation>应为 %1</translation>
    </message>
    <message>
        <source>%1, not %2</source>
        <extracomment>the share that the API has, and the one that the release asks for</extracomment>
        <translation>%1（应为 %2）</translation>
    </message>
</context>
<context>
    <name>ReportFile</name>
    <message>
        <source>The file &quot;%1&quot; can&apos;t be written.</source>
        <translation>无法写入文件“%1”。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请换一个文件夹。</translation>
    </message>
</context>
<context>
    <name>ReportHtml</name>
    <message>
        <source>requests</source>
        <translation>请求数</translation>
    </message>
    <message>
        <source>Share of the target after %1 requests: %2, expected %3</source>
        <translation>%1 个请求后目标上游的比例：%2，预期 %3</translation>
    </message>
    <message>
        <source>Solid line: share of the target as the requests came. Dotted: expected. Hatched between the dashed lines: what a healthy gateway gives.</source>
        <translation>实线：目标上游的比例随请求数的变化。点线：预期值。虚线之间的斜线区：正常网关的范围。</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>Median latency: current %1, target %2</source>
        <translation>延迟中位数：当前 %1，目标 %2</translation>
    </message>
    <message>
        <source>Share of the answers that came within a time. Solid with a dot at the median: target. Dashed with a square: current.</source>
        <translation>在给定时间内返回的应答比例。实线（中位数处为圆点）：目标上游。虚线（中位数处为方块）：当前上游。</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Status codes</source>
        <translation>状态码</translation>
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
        <translation>其他</translation>
    </message>
    <message>
        <source>Allowed on target</source>
        <translation>目标上游的允许范围</translation>
    </message>
    <message>
        <source>Mann-Whitney p = %1, Cliff&apos;s delta %2.</source>
        <translation>Mann-Whitney p = %1，Cliff&apos;s delta %2。</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>上游</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Errors (5xx)</source>
        <translation>错误（5xx）</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Body, bytes</source>
        <translation>响应体（字节）</translation>
    </message>
    <message>
        <source>Current: %1</source>
        <translation>当前：%1</translation>
    </message>
    <message>
        <source>Target: %1</source>
        <translation>目标：%1</translation>
    </message>
    <message>
        <source>Small figures: intervals of 95 %.</source>
        <translation>小号数字：95 % 置信区间。</translation>
    </message>
    <message>
        <source>Traffic allocation</source>
        <translation>流量分配方式</translation>
    </message>
    <message>
        <source>Current upstream</source>
        <translation>当前上游</translation>
    </message>
    <message>
        <source>Target upstream</source>
        <translation>目标上游</translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Workers a gateway</source>
        <translation>每个网关的工作进程数</translation>
    </message>
    <message>
        <source>Other callers</source>
        <translation>其他调用方</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>others call the API as well</source>
        <translation>还有其他调用方</translation>
    </message>
    <message>
        <source>Recognised by</source>
        <translation>识别方式</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>To repeat by hand</source>
        <translation>手工重现</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>Code of this language, for the page&apos;s lang attribute.</extracomment>
        <translation>zh-CN</translation>
    </message>
    <message>
        <source>Sluice · verification</source>
        <translation>Sluice · 验证</translation>
    </message>
    <message>
        <source>Where the requests landed</source>
        <translation>请求的落点</translation>
    </message>
    <message>
        <source>Current and target</source>
        <translation>当前与目标</translation>
    </message>
    <message>
        <source>Made by Sluice. Credentials of the requests are not part of this report.</source>
        <translation>由 Sluice 生成。请求的凭据不包含在本报告中。</translation>
    </message>
    <message>
        <source>Expected of each answer</source>
        <translation>对每个应答的期望</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>Numbers: answers that were not as expected, of all.</source>
        <translation>数字为：不符合期望的应答数 / 全部应答数。</translation>
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
        <translation>发布任务</translation>
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
        <translation>引用方</translation>
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
        <translation>引用方：%1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a node.</source>
        <translation>“%1”不是有效的节点。</translation>
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
    <name>RuleText</name>
    <message>
        <source>A quote is not closed.</source>
        <translation>引号没有闭合。</translation>
    </message>
</context>
<context>
    <name>SecretStore</name>
    <message>
        <source>The keychain has not answered.</source>
        <translation>钥匙串没有响应。</translation>
    </message>
    <message>
        <source>The keychain does not give the key.</source>
        <translation>钥匙串没有给出 Key。</translation>
    </message>
</context>
<context>
    <name>SideComparison</name>
    <message>
        <source>median %1 ms against %2 ms of the current upstream</source>
        <translation>中位数 %1 毫秒，当前上游为 %2 毫秒</translation>
    </message>
    <message>
        <source>Too few answers of both upstreams to compare their latency.</source>
        <translation>两个上游的应答太少，无法比较延迟。</translation>
    </message>
    <message>
        <source>The target is neither slower nor faster in any way that counts: %1.</source>
        <translation>目标上游没有明显变慢或变快：%1。</translation>
    </message>
    <message>
        <source>The target is slower: %1.</source>
        <translation>目标上游更慢：%1。</translation>
    </message>
    <message>
        <source>The target is faster: %1.</source>
        <translation>目标上游更快：%1。</translation>
    </message>
</context>
<context>
    <name>Simulator</name>
    <message>
        <source>%1 &quot;%2&quot; can&apos;t be loaded.</source>
        <translation>无法加载 %1“%2”。</translation>
    </message>
    <message>
        <source>Correct the item in the file.</source>
        <translation>请修正文件中的该项。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a kind of resource.</source>
        <translation>“%1”不是有效的资源类型。</translation>
    </message>
    <message>
        <source>Write {&quot;routes&quot;:[...],&quot;upstreams&quot;:[...]}.</source>
        <translation>请写成 {&quot;routes&quot;:[...],&quot;upstreams&quot;:[...]}。</translation>
    </message>
</context>
<context>
    <name>SimulatorInspection</name>
    <message>
        <source>The simulator does not answer.</source>
        <translation>模拟器没有应答。</translation>
    </message>
    <message>
        <source>The simulator refuses.</source>
        <translation>模拟器拒绝了请求。</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>请重新启动模拟器。</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2 上的 %1</translation>
    </message>
</context>
<context>
    <name>SplitCodec</name>
    <message>
        <source>it shares the traffic between other than two upstreams</source>
        <translation>不是在两个上游之间分配流量</translation>
    </message>
    <message>
        <source>it names an upstream that is written inside it, or the same side twice</source>
        <translation>包含内联上游，或同一侧出现了两次</translation>
    </message>
    <message>
        <source>its share is not a whole percentage</source>
        <translation>比例不是整数百分比</translation>
    </message>
    <message>
        <source>it has a condition on something else than a header, a query parameter or a cookie</source>
        <translation>有条件针对的不是请求头、请求参数或 Cookie</translation>
    </message>
    <message>
        <source>it compares with numbers in a list, which never matches</source>
        <translation>与列表中的数字比较，永远不会命中</translation>
    </message>
    <message>
        <source>it has a condition with an operator that the form doesn&apos;t know</source>
        <translation>有条件使用了表单不支持的运算符</translation>
    </message>
    <message>
        <source>it has a rule without conditions, which matches every request</source>
        <translation>有一条规则没有条件，会命中所有请求</translation>
    </message>
    <message>
        <source>it carries settings beside its rules</source>
        <translation>除规则外还带有其他设置</translation>
    </message>
    <message>
        <source>it has other than one rule</source>
        <translation>规则不是恰好一条</translation>
    </message>
    <message>
        <source>it has an empty match, which matches every request</source>
        <translation>match 为空，会命中所有请求</translation>
    </message>
</context>
<context>
    <name>StandingSplit</name>
    <message>
        <source>The split of the API can&apos;t be shown as a share or as rules.</source>
        <translation>API 上的分流无法表示为百分比或规则。</translation>
    </message>
    <message>
        <source>%1: %2 asked, %3 found</source>
        <extracomment>%1 is for example &quot;Target upstream&quot;; then what the release asks for, and what the API has</extracomment>
        <translation>%1：要求 %2，实际 %3</translation>
    </message>
    <message>
        <source>Current upstream</source>
        <translation>当前上游</translation>
    </message>
    <message>
        <source>Target upstream</source>
        <translation>目标上游</translation>
    </message>
    <message>
        <source>Share of the target</source>
        <translation>目标上游的比例</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>The split is written in another way, with the same effect.</source>
        <translation>分流的写法不同，效果相同。</translation>
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
        <translation>只有日志文件。</translation>
    </message>
    <message>
        <source>%1 at byte %2.</source>
        <translation>%1（第 %2 字节）。</translation>
    </message>
    <message>
        <source>It is not a state of this version.</source>
        <translation>不是此版本的状态文件。</translation>
    </message>
    <message>
        <source>An item in it is none.</source>
        <translation>其中有一项无效。</translation>
    </message>
    <message>
        <source>Line %1 is damaged.</source>
        <translation>第 %1 行已损坏。</translation>
    </message>
    <message>
        <source>Its folder is not there, or can&apos;t be written to.</source>
        <translation>所在的文件夹不存在，或不可写入。</translation>
    </message>
    <message>
        <source>Create the folder, or name another file.</source>
        <translation>请创建该文件夹，或另指定一个文件。</translation>
    </message>
    <message>
        <source>Only a part of it could be written.</source>
        <translation>只写入了其中一部分。</translation>
    </message>
    <message>
        <source>It is no file.</source>
        <translation>它不是文件。</translation>
    </message>
    <message>
        <source>It has a second name (a hard link).</source>
        <translation>它还有第二个名称（硬链接）。</translation>
    </message>
</context>
<context>
    <name>TrafficAlarms</name>
    <message>
        <source>A limit was broken: %1.</source>
        <translation>超过了上限：%1。</translation>
    </message>
    <message>
        <source>Automatic cancel</source>
        <translation>自动取消任务</translation>
    </message>
    <message>
        <source>Cancelled by itself. %1</source>
        <translation>已自动取消任务。%1</translation>
    </message>
</context>
<context>
    <name>TrafficLimits</name>
    <message>
        <source>&quot;%1&quot; is not a limit.</source>
        <translation>“%1”不是有效的上限。</translation>
    </message>
    <message>
        <source>Write errors&lt;=1%, p50&lt;=, p95&lt;= or p99&lt;=300ms, over=60s, min=100.</source>
        <translation>请写 errors&lt;=1%、p50&lt;=、p95&lt;= 或 p99&lt;=300ms、over=60s、min=100。</translation>
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
        <source>&quot;%1&quot; can&apos;t be the name of a header.</source>
        <translation>“%1”不能作为请求头名称。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a regular expression: %2.</source>
        <translation>“%1”不是有效的正则表达式：%2。</translation>
    </message>
    <message>
        <source>APISIX would take it, and it would never match.</source>
        <translation>APISIX 会接受，但永远不会命中。</translation>
    </message>
    <message>
        <source>The pattern for &quot;%1&quot; is empty: it would match every value.</source>
        <translation>“%1”的模式为空：会命中所有值。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is compared with &quot;%2&quot;, which is not a number.</source>
        <translation>“%1”与“%2”比较，但后者不是数字。</translation>
    </message>
    <message>
        <source>The list of values for &quot;%1&quot; is empty: it would never match.</source>
        <translation>“%1”的取值列表为空：永远不会命中。</translation>
    </message>
    <message>
        <source>A rule is empty: it would match every request.</source>
        <translation>有一条规则为空：会命中所有请求。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a traffic policy.</source>
        <translation>“%1”不是有效的流量分配方式。</translation>
    </message>
    <message>
        <source>%1 % is not a share: it must be a whole number from 0 to 100.</source>
        <translation>%1 % 不是有效的比例：必须是 0 到 100 的整数。</translation>
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
        <source>A group has no condition: it would match every request.</source>
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
        <source>The request was given up.</source>
        <translation>请求已放弃。</translation>
    </message>
    <message>
        <source>No complete answer came in time.</source>
        <translation>未在限时内收到完整应答。</translation>
    </message>
    <message>
        <source>Set the certificate authority&apos;s file in the cluster&apos;s TLS settings, or pin the certificate once its fingerprint has been compared.</source>
        <translation>请在集群的 TLS 设置中指定 CA 文件，或在核对指纹后固定这张证书。</translation>
    </message>
</context>
<context>
    <name>TwinGaps</name>
    <message>
        <source>Requests that the gateway refuses pass on the twin.</source>
        <translation>网关会拒绝的请求，在孪生网关上会通过。</translation>
    </message>
    <message>
        <source>Nothing is limited on the twin: the gateway may answer 429 or 503 to the same requests.</source>
        <translation>孪生网关不做任何限制：同样的请求，网关可能应答 429 或 503。</translation>
    </message>
    <message>
        <source>Nothing is logged or traced on the twin; where requests go does not change.</source>
        <translation>孪生网关不记录日志、不做追踪；请求的去向不受影响。</translation>
    </message>
    <message>
        <source>Code on the gateway may change or answer a request before the split sees it.</source>
        <translation>网关上的代码可能在分流之前修改或应答请求。</translation>
    </message>
    <message>
        <source>The twin answers as if it did nothing.</source>
        <translation>孪生网关应答时忽略此项。</translation>
    </message>
    <message>
        <source>A function on the gateway decides whether the route is meant: on the twin it always is.</source>
        <translation>是否命中该路由由网关上的函数决定：在孪生网关上总是命中。</translation>
    </message>
    <message>
        <source>A script takes the place of all plugins on the gateway, the split among them.</source>
        <translation>网关上由脚本代替所有插件，包括分流。</translation>
    </message>
    <message>
        <source>The nodes are found while the gateway runs; the twin knows none of them.</source>
        <translation>节点在网关运行时才发现；孪生网关不知道其中任何一个。</translation>
    </message>
    <message>
        <source>backends</source>
        <translation>后端</translation>
    </message>
    <message>
        <source>Demo backends answer in the place of the real nodes: latency, errors and health are not theirs.</source>
        <translation>由演示后端代替真实节点应答：延迟、错误和健康状况都不是真实节点的。</translation>
    </message>
</context>
<context>
    <name>UpstreamDraft</name>
    <message>
        <source>The node needs a host.</source>
        <translation>请填写节点的主机。</translation>
    </message>
    <message>
        <source>Write the port in its own field; an IPv6 address stands in brackets.</source>
        <translation>端口请写在单独的输入框中；IPv6 地址要加方括号。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a host name or address.</source>
        <translation>“%1”不是主机名或地址。</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>端口是 1 到 65535 的数字。</translation>
    </message>
    <message>
        <source>An upstream needs a node at least.</source>
        <translation>上游至少需要一个节点。</translation>
    </message>
    <message>
        <source>This node is there twice.</source>
        <translation>此节点重复。</translation>
    </message>
    <message>
        <source>A name has 100 characters at most.</source>
        <translation>名称最多 100 个字符。</translation>
    </message>
    <message>
        <source>The upstream needs an id.</source>
        <translation>请填写上游的 ID。</translation>
    </message>
    <message>
        <source>An id has letters, digits, dots, dashes and underscores, 64 at most.</source>
        <translation>ID 由字母、数字、点、短横线和下划线组成，最多 64 个字符。</translation>
    </message>
    <message>
        <source>Which host name should the nodes see?</source>
        <translation>节点应看到哪个主机名？</translation>
    </message>
</context>
<context>
    <name>UpstreamOffers</name>
    <message>
        <source>release &quot;%1&quot;</source>
        <translation>任务“%1”</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>In use: %1.</source>
        <translation>使用中：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另外 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpstreamPage</name>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>UpstreamRows</name>
    <message numerus="yes">
        <source>%n API(s)</source>
        <translation>
            <numerusform>%n 个 API</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>target of %n release(s)</source>
        <translation>
            <numerusform>%n 个任务的目标上游</numerusform>
        </translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Balancing</source>
        <translation>负载均衡</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>引用方</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>by service discovery (%1)</source>
        <translation>通过服务发现（%1）</translation>
    </message>
    <message>
        <source>no nodes</source>
        <translation>没有节点</translation>
    </message>
</context>
<context>
    <name>UpstreamWriter</name>
    <message>
        <source>There is an upstream with the id &quot;%1&quot; already.</source>
        <translation>已有 ID 为“%1”的上游。</translation>
    </message>
    <message>
        <source>Choose another id.</source>
        <translation>请换一个 ID。</translation>
    </message>
    <message>
        <source>The upstream &quot;%1&quot; was changed elsewhere meanwhile.</source>
        <translation>上游“%1”在此期间已在别处更改。</translation>
    </message>
    <message>
        <source>Close this form, look at what it is now, and change it again.</source>
        <translation>请关闭此表单，查看上游的最新状态，再重新更改。</translation>
    </message>
</context>
<context>
    <name>VerificationReport</name>
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
        <source>The run was stopped before every case was measured.</source>
        <translation>所有用例测完之前，验证已停止。</translation>
    </message>
    <message numerus="yes">
        <source>All %n case(s) are as expected.</source>
        <translation>
            <numerusform>全部 %n 个用例都符合预期。</numerusform>
        </translation>
    </message>
    <message>
        <source>No request that could be built matches a rule: all go to the current upstream.</source>
        <translation>无法构造出命中规则的请求：全部转到当前上游。</translation>
    </message>
    <message>
        <source>Not tested: %1</source>
        <translation>未测试：%1</translation>
    </message>
    <message>
        <source>The gateway&apos;s control address says that the configuration has arrived.</source>
        <translation>控制地址显示网关已收到配置。</translation>
    </message>
    <message>
        <source>Waited a second for the gateway to take the configuration over; a control address would tell.</source>
        <translation>已等待一秒，让网关接收配置；填写控制地址即可确知。</translation>
    </message>
    <message>
        <source>The control address does not say that the configuration has arrived: waited a second.</source>
        <translation>控制地址未显示网关已收到配置：已等待一秒。</translation>
    </message>
    <message>
        <source>The API was changed during the run: it was repeated.</source>
        <translation>运行期间 API 有更改：已重新运行。</translation>
    </message>
    <message>
        <source>The API was changed during every run.</source>
        <translation>每次运行期间 API 都有更改。</translation>
    </message>
    <message>
        <source>The run was stopped.</source>
        <translation>运行已停止。</translation>
    </message>
    <message>
        <source>The API was changed during the run.</source>
        <translation>运行期间 API 有更改。</translation>
    </message>
    <message>
        <source>%1 of %2 requests landed on the target</source>
        <translation>%2 个请求中有 %1 个到达目标上游</translation>
    </message>
    <message>
        <source>%1, as expected.</source>
        <translation>%1，符合预期。</translation>
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
        <source>%n request(s) got no answer: %1.</source>
        <translation>
            <numerusform>%n 个请求没有得到应答：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) came from neither upstream.</source>
        <translation>
            <numerusform>%n 个应答不属于任何一个上游。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: too few to tell; %2 suffice.</source>
        <translation>%1：数量太少，无法判断；%2 个即可。</translation>
    </message>
    <message>
        <source>The split is as expected, but not the answers. %1</source>
        <translation>分流符合预期，但应答不符合期望。%1</translation>
    </message>
</context>
<context>
    <name>VerificationRows</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>all on the target</source>
        <translation>全部到目标上游</translation>
    </message>
    <message>
        <source>none on the target</source>
        <translation>都不到目标上游</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
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
        <translation>其他</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期</translation>
    </message>
</context>
<context>
    <name>VerificationRun</name>
    <message>
        <source>Nothing tells which upstream answers.</source>
        <translation>无法判断应答来自哪个上游。</translation>
    </message>
    <message>
        <source>The backends can&apos;t be asked from here, or answer alike. Say by which header, JSON pointer or pattern an answer tells its upstream; or let the backends answer with a header that names their version.</source>
        <translation>从本机无法直接访问后端，或者两边的应答没有区别。请说明通过哪个响应头、JSON 指针或正则表达式识别上游；或者让后端用一个响应头报告自己的版本。</translation>
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
        <source>Answers to HEAD have no body to expect anything of.</source>
        <translation>HEAD 的应答没有响应体，无法对其设期望。</translation>
    </message>
    <message>
        <source>Name another method.</source>
        <translation>请指定其他方法。</translation>
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
        <source>&quot;%1&quot; is not an address to connect to.</source>
        <translation>“%1”不是可连接的地址。</translation>
    </message>
    <message>
        <source>Write IP:PORT.</source>
        <translation>请写成 IP:端口。</translation>
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
        <source>&quot;%1&quot; is not a report.</source>
        <translation>“%1”不是有效的报告写法。</translation>
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
        <translation>其他</translation>
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
    <message>
        <source>Nothing tells which upstream answers, and the backends can&apos;t be asked from here or answer alike.</source>
        <translation>无法判断应答来自哪个上游：从本机无法直接访问后端，或两边的应答相同。</translation>
    </message>
    <message>
        <source>Say how: --identify header:NAME, json:/POINTER or regex:RE; or let the backends answer with a header that names their version.</source>
        <translation>请说明方式：--identify header:名称、json:/指针 或 regex:正则；或让后端在应答头中写明自己的版本。</translation>
    </message>
    <message>
        <source>Learned from the backends: --identify &apos;%1&apos; --target-is &apos;%2&apos; --current-is &apos;%3&apos;</source>
        <translation>从后端得知：--identify &apos;%1&apos; --target-is &apos;%2&apos; --current-is &apos;%3&apos;</translation>
    </message>
    <message>
        <source>About %1 requests, at most %2 a second, will be sent to a production gateway.</source>
        <translation>将向生产网关发送约 %1 个请求，每秒最多 %2 个。</translation>
    </message>
    <message>
        <source>%1 requests suffice.</source>
        <translation>%1 个请求即可。</translation>
    </message>
    <message>
        <source>One keep-alive connection walks one worker&apos;s exact order: there %1 suffice.</source>
        <translation>单个长连接按一个工作进程的固定次序分配：这样 %1 个即可。</translation>
    </message>
    <message>
        <source>EXPECTED</source>
        <extracomment>Heading of a table: the columns hold answers that were not as expected, of all.</extracomment>
        <translation>期望</translation>
    </message>
    <message>
        <source>TARGET FAILED</source>
        <translation>目标上游不符合</translation>
    </message>
    <message>
        <source>CURRENT FAILED</source>
        <translation>当前上游不符合</translation>
    </message>
    <message>
        <source>NEITHER FAILED</source>
        <translation>其他不符合</translation>
    </message>
</context>
<context>
    <name>WorkspaceCommands</name>
    <message>
        <source>ITEM</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>WORKSPACE</source>
        <translation>工作分区</translation>
    </message>
    <message>
        <source>WHY NOT</source>
        <translation>跳过原因</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) will be written.</source>
        <translation>
            <numerusform>将写入 %n 个标签。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) written.</source>
        <translation>
            <numerusform>已写入 %n 个标签。</numerusform>
        </translation>
    </message>
    <message>
        <source>The API %1 does not exist.</source>
        <translation>API %1 不存在。</translation>
    </message>
    <message>
        <source>Name it as apis list does: route/ID or service/ID.</source>
        <translation>请使用 apis list 中的写法：route/ID 或 service/ID。</translation>
    </message>
</context>
<context>
    <name>WorkspaceLabelling</name>
    <message>
        <source>it has a release in progress</source>
        <translation>有进行中的任务</translation>
    </message>
    <message>
        <source>the workspace&apos;s name can&apos;t be a label</source>
        <translation>工作分区的名称不能作为标签</translation>
    </message>
    <message>
        <source>it was deleted meanwhile</source>
        <translation>其间已被删除</translation>
    </message>
    <message>
        <source>its label was changed meanwhile</source>
        <translation>其标签已在此期间被更改</translation>
    </message>
</context>
<context>
    <name>WorkspaceOperations</name>
    <message>
        <source>The workspace rules are saved.</source>
        <translation>工作分区规则已保存。</translation>
    </message>
    <message>
        <source>Every operator sees them.</source>
        <translation>所有操作人都能看到。</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) written.</source>
        <translation>
            <numerusform>已写入 %n 个标签。</numerusform>
        </translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>已跳过：%1</translation>
    </message>
    <message>
        <source>Save the workspace rules</source>
        <translation>保存工作分区规则</translation>
    </message>
    <message>
        <source>The rules go from the gateway: what has no label is in the workspace default, for every operator. No traffic moves, and no API is touched.</source>
        <translation>规则将从网关移除：对所有操作人而言，没有标签的对象都归入工作分区 default。流量不变，也不改动任何 API。</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) will say for every operator which workspace an object without a label belongs to. No traffic moves, and no API is touched.</source>
        <translation>
            <numerusform>%n 条规则将对所有操作人决定没有标签的对象属于哪个工作分区。流量不变，也不改动任何 API。</numerusform>
        </translation>
    </message>
    <message>
        <source>Write workspace labels</source>
        <translation>写入工作分区标签</translation>
    </message>
    <message>
        <source>Each ticked item gets the label %1 with the workspace beside it. Nothing else of it changes, and no traffic moves.</source>
        <translation>每个勾选的对象都会得到标签 %1，值为其旁边所示的工作分区。其余内容不变，流量去向不变。</translation>
    </message>
</context>
<context>
    <name>WorkspaceRows</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>APIs</source>
        <translation>API 数</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>上游数</translation>
    </message>
    <message>
        <source>Unfinished releases</source>
        <translation>未结束的任务</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
</context>
<context>
    <name>WorkspaceRules</name>
    <message>
        <source>The workspace rules were changed elsewhere meanwhile. Nothing was written.</source>
        <translation>工作分区规则已在别处修改，未写入任何内容。</translation>
    </message>
    <message>
        <source>Look at what holds now, then save yours again.</source>
        <translation>请先查看现行规则，再保存您的规则。</translation>
    </message>
</context>
<context>
    <name>Workspaces</name>
    <message>
        <source>Correct the rule.</source>
        <translation>请修改规则。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a way to match: label, host, uri-prefix, id or name.</source>
        <translation>“%1”不是匹配方式：可用 label、host、uri-prefix、id 或 name。</translation>
    </message>
    <message>
        <source>Rule %1 names no workspace.</source>
        <translation>规则 %1 没有指定工作分区。</translation>
    </message>
    <message>
        <source>Rule %1 says nothing to match.</source>
        <translation>规则 %1 没有匹配内容。</translation>
    </message>
    <message>
        <source>Rule %1 is not a regular expression: %2.</source>
        <translation>规则 %1 不是有效的正则表达式：%2。</translation>
    </message>
</context>
<context>
    <name>sluice::ActivityModel</name>
    <message>
        <source>No answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
</context>
<context>
    <name>sluice::app::ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>A line for a shell; it reads the key from $SLUICE_ADMIN_KEY.</source>
        <translation>一行 shell 命令；Key 从 $SLUICE_ADMIN_KEY 读取。</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes and failures</source>
        <translation>变更与失败</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>全部请求</translation>
    </message>
    <message>
        <source>Which requests</source>
        <translation>哪些请求</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Forget what is listed here; nothing on a gateway changes</source>
        <translation>清空此列表；网关上不会有任何变化</translation>
    </message>
    <message>
        <source>Nothing was changed from here yet, and nothing failed.</source>
        <translation>这里还没有做过变更，也没有失败的请求。</translation>
    </message>
    <message>
        <source>Every request to a gateway is listed here until this program ends.</source>
        <translation>发往网关的每个请求都列在这里，直到程序退出。</translation>
    </message>
</context>
<context>
    <name>sluice::app::AlarmEditor</name>
    <message>
        <source>This window watches no limit.</source>
        <translation>此窗口未监视任何上限。</translation>
    </message>
    <message>
        <source>This window watches: %1.</source>
        <translation>此窗口正在监视：%1。</translation>
    </message>
    <message>
        <source>A broken limit cancels the release by itself.</source>
        <translation>超过上限时会自动取消任务。</translation>
    </message>
    <message>
        <source>A broken limit raises an alarm.</source>
        <translation>超过上限时会告警。</translation>
    </message>
    <message>
        <source>A limit is broken: %1.</source>
        <translation>超过上限：%1。</translation>
    </message>
    <message>
        <source>Type a limit first.</source>
        <translation>请先填写上限。</translation>
    </message>
    <message>
        <source>These limits are watched already.</source>
        <translation>已在监视这些上限。</translation>
    </message>
    <message>
        <source>Cancel the release by itself where a limit is broken</source>
        <translation>超过上限时自动取消任务</translation>
    </message>
    <message>
        <source>This works only while Sluice runs and this window is open. Limits that are to hold for every operator are kept in a plan.</source>
        <translation>仅在 Sluice 运行且此窗口打开时有效。要对所有操作人生效的上限，请写入计划。</translation>
    </message>
    <message>
        <source>Watch these limits</source>
        <translation>监视这些上限</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>停止监视</translation>
    </message>
</context>
<context>
    <name>sluice::app::ApiPage</name>
    <message>
        <source> (%1)</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Route, disabled: nothing can be called</source>
        <translation>路由，已禁用：无法调用</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>any method</source>
        <translation>任意方法</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Service: its routes move together</source>
        <translation>服务：其路由一同切换</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>Current upstream</source>
        <translation>当前上游</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <extracomment>A release&apos;s name, its current and its target upstream.</extracomment>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>A split that Sluice did not make.</source>
        <translation>此分流不是由 Sluice 创建的。</translation>
    </message>
    <message>
        <source>It stays as it is, for the form can&apos;t show it: %1.</source>
        <translation>分流保持原样，因为表单无法显示：%1。</translation>
    </message>
    <message>
        <source>The record of this split is gone. Adopt it as a release, or remove it.</source>
        <translation>此分流的记录已不存在。可以接管为任务，或移除。</translation>
    </message>
    <message>
        <source>No release is in progress.</source>
        <translation>没有进行中的任务。</translation>
    </message>
    <message>
        <source>No release is in progress. The route is disabled: nothing can be called.</source>
        <translation>没有进行中的任务。路由已禁用：无法调用。</translation>
    </message>
    <message>
        <source>The API carries a split already.</source>
        <translation>该 API 已有分流。</translation>
    </message>
    <message>
        <source>Begin a canary release of this API</source>
        <translation>为该 API 开始灰度发布</translation>
    </message>
    <message>
        <source>The form can&apos;t show this split: %1.</source>
        <translation>表单无法显示此分流：%1。</translation>
    </message>
    <message>
        <source>View</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>New release</source>
        <translation>新建发布</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Traffic now</source>
        <translation>当前流量</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>发布任务</translation>
    </message>
    <message>
        <source>Routes of this service</source>
        <translation>该服务的路由</translation>
    </message>
    <message>
        <source>Releases of this API</source>
        <translation>该 API 的发布任务</translation>
    </message>
    <message>
        <source>Plugins</source>
        <translation>插件</translation>
    </message>
    <message>
        <source>As the gateway holds it</source>
        <translation>网关中的原始配置</translation>
    </message>
    <message>
        <source>This API is not on the gateway.</source>
        <translation>网关上没有此 API。</translation>
    </message>
    <message>
        <source>It was deleted, or its id is another one now.</source>
        <translation>可能已被删除，或 ID 已改变。</translation>
    </message>
    <message>
        <source>Explain a request</source>
        <translation>分析请求去向</translation>
    </message>
</context>
<context>
    <name>sluice::app::ApisPage</name>
    <message>
        <source>APIs</source>
        <translation>API 列表</translation>
    </message>
    <message numerus="yes">
        <source>%n API(s)</source>
        <translation>
            <numerusform>%n 个 API</numerusform>
        </translation>
    </message>
    <message>
        <source>View</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Open its release</source>
        <translation>打开其发布任务</translation>
    </message>
    <message>
        <source>New release</source>
        <translation>新建发布</translation>
    </message>
    <message>
        <source>This workspace holds no APIs.</source>
        <translation>此工作分区没有 API。</translation>
    </message>
    <message>
        <source>Routes and services of the gateway appear here.</source>
        <translation>网关的路由和服务会显示在这里。</translation>
    </message>
    <message>
        <source>Label with a workspace…</source>
        <translation>标记工作分区…</translation>
    </message>
</context>
<context>
    <name>sluice::app::BackendFaults</name>
    <message>
        <source>Delay of %1</source>
        <translation>%1 的延迟</translation>
    </message>
    <message>
        <source>Errors of %1</source>
        <translation>%1 的错误比例</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>上游</translation>
    </message>
    <message>
        <source>Delay of every answer</source>
        <translation>每个应答的延迟</translation>
    </message>
    <message>
        <source>Answers that are an error</source>
        <translation>出错的应答</translation>
    </message>
</context>
<context>
    <name>sluice::app::Banner</name>
    <message>
        <source>What the gateway said</source>
        <translation>网关的应答</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>sluice::app::ClosingGuard</name>
    <message>
        <source>What you typed on this page has not been submitted yet.</source>
        <translation>本页填写的内容尚未提交。</translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s) are run by this window. They stay where they are until someone runs them.</source>
        <translation>
            <numerusform>此窗口正在执行 %n 个任务的计划，关闭后计划停在当前步骤，直到有人继续执行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The limits of %n release(s) are watched by this window, and by nobody once it is closed.</source>
        <translation>
            <numerusform>此窗口正在监视 %n 个任务的上限，关闭后不再有人监视。</numerusform>
        </translation>
    </message>
    <message>
        <source>Under way: %1. The window closes when that is done.</source>
        <translation>正在进行：%1。完成后窗口才会关闭。</translation>
    </message>
    <message>
        <source>Close Sluice?</source>
        <translation>关闭 Sluice？</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
</context>
<context>
    <name>sluice::app::ClusterDialog</name>
    <message>
        <source>Ask for the key each time, and keep it nowhere</source>
        <translation>每次询问 Key，不在任何地方保存</translation>
    </message>
    <message>
        <source>Trust it no longer</source>
        <translation>不再信任</translation>
    </message>
    <message>
        <source>Read only: nothing is ever written to this cluster from here</source>
        <translation>只读：不会从此处写入该集群</translation>
    </message>
    <message>
        <source>Require a reason for every action</source>
        <translation>每个操作都必须填写原因</translation>
    </message>
    <message>
        <source>Add cluster</source>
        <translation>添加集群</translation>
    </message>
    <message>
        <source>Edit cluster</source>
        <translation>编辑集群</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Gateways</source>
        <translation>网关(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;TLS and proxy</source>
        <translation>TLS 与代理(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>规则(&amp;R)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>&amp;Name *</source>
        <translation>名称(&amp;N) *</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>环境(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Admin address *</source>
        <translation>Admin API 地址(&amp;A) *</translation>
    </message>
    <message>
        <source>Admin &amp;key</source>
        <translation>Admin Key(&amp;K)</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation>附加请求头</translation>
    </message>
    <message>
        <source>One per line. A verification sends its requests there.</source>
        <translation>每行一个。验证的请求发往这里。</translation>
    </message>
    <message>
        <source>&amp;Metrics addresses</source>
        <translation>指标地址(&amp;M)</translation>
    </message>
    <message>
        <source>One per gateway, or none: for live traffic.</source>
        <translation>每个网关一个，或不填：用于实时流量。</translation>
    </message>
    <message>
        <source>C&amp;ontrol addresses</source>
        <translation>控制地址(&amp;O)</translation>
    </message>
    <message>
        <source>One per gateway, or none: for the health of nodes.</source>
        <translation>每个网关一个，或不填：用于节点健康状态。</translation>
    </message>
    <message>
        <source>&amp;Workers per gateway</source>
        <translation>单个网关的工作进程数(&amp;W)</translation>
    </message>
    <message>
        <source>It tells a verification how even a split can be.</source>
        <translation>验证据此判断分流的均匀程度。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>%1: choose a file</source>
        <translation>%1：选择文件</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.key);;All files (*)</source>
        <translation>证书与私钥 (*.pem *.crt *.key);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>系统设置</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>使用以下代理</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>代理地址</translation>
    </message>
    <message>
        <source>Certificate &amp;authority</source>
        <translation>证书颁发机构(&amp;A)</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>证书颁发机构</translation>
    </message>
    <message>
        <source>PEM file; empty: the system&apos;s authorities.</source>
        <translation>PEM 文件；留空则使用系统的颁发机构。</translation>
    </message>
    <message>
        <source>C&amp;lient certificate</source>
        <translation>客户端证书(&amp;L)</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>Its &amp;key</source>
        <translation>其私钥(&amp;K)</translation>
    </message>
    <message>
        <source>Key of the client certificate</source>
        <translation>客户端证书的私钥</translation>
    </message>
    <message>
        <source>Pinned certificate</source>
        <translation>固定的证书</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>代理(&amp;P)</translation>
    </message>
    <message>
        <source>Nobody else</source>
        <translation>没有其他工具</translation>
    </message>
    <message>
        <source>ADC</source>
        <translation>ADC</translation>
    </message>
    <message>
        <source>Ingress controller</source>
        <translation>Ingress 控制器</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>其他工具</translation>
    </message>
    <message>
        <source>Who else &amp;writes the configuration</source>
        <translation>还有哪个工具写入配置(&amp;W)</translation>
    </message>
    <message>
        <source>The next run of such a tool may take a split away; forms and pages then say so.</source>
        <translation>这类工具的下一次同步可能移除分流；表单和页面会因此给出提示。</translation>
    </message>
    <message>
        <source>&amp;Label of workspaces</source>
        <translation>工作分区的标签(&amp;L)</translation>
    </message>
    <message>
        <source>The labels of its APIs say: %1.</source>
        <translation>其 API 的标签表明：%1。</translation>
    </message>
    <message>
        <source>none; the connection test offers it where no trusted authority has signed</source>
        <translation>无；证书不是由受信任的机构签发时，连接测试会提供此选项</translation>
    </message>
    <message>
        <source>kept; type to replace it</source>
        <translation>已保存；输入即可替换</translation>
    </message>
    <message>
        <source>of the role admin, or viewer</source>
        <translation>角色为 admin 或 viewer 的 Key</translation>
    </message>
    <message>
        <source>It is kept until Sluice closes, and stored nowhere.</source>
        <translation>保留到 Sluice 退出为止，不会存储。</translation>
    </message>
    <message>
        <source>No keychain answers on this computer: the key lasts until this program ends.</source>
        <translation>本机没有钥匙串响应：Key 保留到程序退出为止。</translation>
    </message>
    <message>
        <source>It goes to the keychain of this computer, and is never shown.</source>
        <translation>保存在本机的钥匙串中，不会显示。</translation>
    </message>
    <message>
        <source>What you typed has not been saved.</source>
        <translation>您输入的内容尚未保存。</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>不保存并离开</translation>
    </message>
    <message>
        <source>Gateway a&amp;ddresses</source>
        <translation>网关地址(&amp;D)</translation>
    </message>
    <message>
        <source>The keychain has not told what is kept for this cluster.</source>
        <translation>钥匙串尚未告知为此集群保存了什么。</translation>
    </message>
    <message>
        <source>Type the key and the value of each header, or wait for the keychain.</source>
        <translation>请输入 Key 和每个请求头的值，或等待钥匙串。</translation>
    </message>
</context>
<context>
    <name>sluice::app::ClusterPage</name>
    <message>
        <source>%1: waiting for the gateway…</source>
        <extracomment>%1 is a verb, for example &quot;Cancel release&quot;.</extracomment>
        <translation>%1：正在等待网关…</translation>
    </message>
    <message>
        <source>The window stays usable meanwhile.</source>
        <translation>其间窗口仍可使用。</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>API details</source>
        <translation>API 详情</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Enter the key</source>
        <translation>输入 Key</translation>
    </message>
    <message>
        <source>Reading the cluster…</source>
        <translation>正在读取集群…</translation>
    </message>
    <message>
        <source>refreshed %1</source>
        <extracomment>%1 is a time of day.</extracomment>
        <translation>刷新于 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more release(s) break a limit.</source>
        <translation>
            <numerusform>另有 %n 个任务超过上限。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: a limit is broken: %2.</source>
        <translation>%1：超过上限：%2。</translation>
    </message>
    <message>
        <source>Sluice cancels the release by itself, as it was told here.</source>
        <translation>按此处的设置，Sluice 会自动取消任务。</translation>
    </message>
    <message>
        <source>Its plan is paused; the traffic stays as it is.</source>
        <translation>任务的计划已暂停；流量去向不变。</translation>
    </message>
    <message>
        <source>Open the release</source>
        <translation>打开任务</translation>
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
        <translation>Admin API 地址</translation>
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
    <message>
        <source>There is no cluster of your own to export.</source>
        <translation>没有可导出的自有集群。</translation>
    </message>
    <message>
        <source>Add cluster</source>
        <translation>添加集群</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Adds the clusters of a file. Keys are in no such file.</source>
        <translation>添加文件中的集群。文件中不含 Key。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>This demo cluster belongs to the local simulator.</source>
        <translation>此演示集群属于本地模拟器。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1 已保存。</translation>
    </message>
    <message>
        <source>Remove cluster</source>
        <translation>移除集群</translation>
    </message>
    <message>
        <source>%1 goes from this list, and its key from the keychain. The gateway itself is not touched: its releases stay as they are.</source>
        <translation>%1 将从列表中移除，其 Key 也将从钥匙串中移除。网关本身不受影响：其中的任务保持原样。</translation>
    </message>
    <message>
        <source>%1 is removed from this list.</source>
        <translation>%1 已从列表中移除。</translation>
    </message>
    <message>
        <source>Import clusters</source>
        <translation>导入集群</translation>
    </message>
    <message>
        <source>Clusters (*.json)</source>
        <translation>集群 (*.json)</translation>
    </message>
    <message>
        <source>Their keys are asked for when they are opened.</source>
        <translation>打开时会询问它们的 Key。</translation>
    </message>
    <message>
        <source>Left out, for their names are taken: %1.</source>
        <translation>名称已被占用，未添加：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n cluster(s) added.</source>
        <translation>
            <numerusform>已添加 %n 个集群。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export clusters</source>
        <translation>导出集群</translation>
    </message>
    <message>
        <source>Written to %1, without keys.</source>
        <translation>已写入 %1，不含 Key。</translation>
    </message>
</context>
<context>
    <name>sluice::app::CodeView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>sluice::app::ConditionRow</name>
    <message>
        <source>Group %1, condition %2</source>
        <translation>规则组 %1，条件 %2</translation>
    </message>
    <message>
        <source>%1: place</source>
        <translation>%1：位置</translation>
    </message>
    <message>
        <source>%1: name</source>
        <translation>%1：名称</translation>
    </message>
    <message>
        <source>%1: operator</source>
        <translation>%1：运算符</translation>
    </message>
    <message>
        <source>%1: value</source>
        <translation>%1：值</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>a, b, c</source>
        <translation>a, b, c</translation>
    </message>
    <message>
        <source>regular expression, not anchored</source>
        <translation>正则表达式，不锚定首尾</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>APISIX looks at the variable %1</source>
        <translation>APISIX 检查的变量：%1</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>移除此条件</translation>
    </message>
</context>
<context>
    <name>sluice::app::ConfirmationDialog</name>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>&amp;Reason *</source>
        <translation>原因(&amp;R) *</translation>
    </message>
    <message>
        <source>&amp;Reason (optional)</source>
        <translation>原因(&amp;R)（选填）</translation>
    </message>
    <message>
        <source>Shown in the release&apos;s history</source>
        <translation>显示在任务历史中</translation>
    </message>
    <message>
        <source>This is a production cluster. &amp;Type the name %1 to go on:</source>
        <translation>这是生产集群。请输入名称%1以继续(&amp;T)：</translation>
    </message>
    <message>
        <source>Type the name first.</source>
        <translation>请先输入名称。</translation>
    </message>
    <message>
        <source>This cluster requires a reason.</source>
        <translation>此集群要求填写原因。</translation>
    </message>
</context>
<context>
    <name>sluice::app::ConnectionTestView</name>
    <message>
        <source>Don&apos;t trust it</source>
        <translation>不信任</translation>
    </message>
    <message>
        <source>Pin this certificate</source>
        <translation>固定此证书</translation>
    </message>
    <message>
        <source>No authority vouches for this certificate. Compare its fingerprint with the gateway&apos;s own before you trust it; whoever stands in between could have sent it.</source>
        <translation>没有受信任的颁发机构签发此证书。信任之前，请将其指纹与网关自身的指纹核对；证书可能来自中间人。</translation>
    </message>
    <message>
        <source>Everything that work with this cluster needs is there.</source>
        <translation>使用该集群所需的一切均已就绪。</translation>
    </message>
    <message>
        <source>Something is missing: the line that failed says what helps.</source>
        <translation>还有欠缺：失败的一行说明了解决办法。</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主体</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>颁发者</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>被拒绝的原因</translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation>停止测试</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Asking the gateway…</source>
        <translation>正在等待网关应答…</translation>
    </message>
</context>
<context>
    <name>sluice::app::ExplainView</name>
    <message>
        <source>Type or paste a request: a curl command, a path, or a first line with headers below it.</source>
        <translation>输入或粘贴一个请求：curl 命令、路径，或请求行加下面的请求头。</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Shows where the request would go and why; nothing is sent (Ctrl+Enter)</source>
        <translation>分析请求会转到哪里及其原因；不发送任何请求（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Sends the request once to the simulator&apos;s gateway</source>
        <translation>向模拟器的网关发送一次该请求</translation>
    </message>
</context>
<context>
    <name>sluice::app::ExplanationTree</name>
    <message>
        <source>No route matches</source>
        <translation>没有匹配的路由</translation>
    </message>
    <message>
        <source>Route %1 (%2)</source>
        <translation>路由 %1（%2）</translation>
    </message>
    <message>
        <source>Route %1</source>
        <translation>路由 %1</translation>
    </message>
    <message>
        <source>matches: %1</source>
        <translation>匹配：%1</translation>
    </message>
    <message>
        <source>Routes not taken</source>
        <translation>未选用的路由</translation>
    </message>
    <message>
        <source>Split of %1</source>
        <translation>%1 的分流</translation>
    </message>
    <message>
        <source>rule %1 decides</source>
        <translation>由规则 %1 决定</translation>
    </message>
    <message>
        <source>no rule matches</source>
        <translation>未命中任何规则</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>does not match</source>
        <translation>不满足</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>第 %1 组</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>满足</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;</source>
        <translation>值为“%1”</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>Upstream %1</source>
        <translation>上游 %1</translation>
    </message>
    <message>
        <source>Answered by %1 itself: %2</source>
        <translation>由 %1 直接应答：%2</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>分析结果</translation>
    </message>
    <message>
        <source>Consumer %1</source>
        <translation>消费者 %1</translation>
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
    <message>
        <source>Empty the filter</source>
        <translation>清空筛选框</translation>
    </message>
</context>
<context>
    <name>sluice::app::HeadersEditor</name>
    <message>
        <source>Header</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>Add a header</source>
        <translation>添加请求头</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the header</source>
        <translation>请求头名称</translation>
    </message>
    <message>
        <source>Value, kept as a secret</source>
        <translation>值，作为机密保存</translation>
    </message>
    <message>
        <source>kept; type to replace it</source>
        <translation>已保存；输入即可替换</translation>
    </message>
    <message>
        <source>Value of the header</source>
        <translation>请求头的值</translation>
    </message>
    <message>
        <source>Remove this header</source>
        <translation>移除此请求头</translation>
    </message>
</context>
<context>
    <name>sluice::app::JumpBox</name>
    <message>
        <source>Nothing of that name has been read yet.</source>
        <translation>没有找到此名称。</translation>
    </message>
    <message>
        <source>Jump to…</source>
        <translation>跳转到…</translation>
    </message>
    <message>
        <source>Cluster, workspace, API, release, upstream or action</source>
        <translation>集群、工作分区、API、任务、上游或操作</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>查找结果</translation>
    </message>
</context>
<context>
    <name>sluice::app::KeyDialog</name>
    <message>
        <source>Admin key</source>
        <translation>Admin Key</translation>
    </message>
    <message>
        <source>Admin &amp;key of %1 (%2)</source>
        <translation>%1（%2）的 Admin Key(&amp;K)</translation>
    </message>
    <message>
        <source>It is kept until Sluice closes, and stored nowhere.</source>
        <translation>保留到 Sluice 退出为止，不会存储。</translation>
    </message>
    <message>
        <source>It goes to the keychain of this computer, and is never shown.</source>
        <translation>保存在本机的钥匙串中，不会显示。</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>使用此 Key</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>sluice::app::KeychainNotice</name>
    <message>
        <source>Waiting for the keychain…</source>
        <translation>正在等待钥匙串…</translation>
    </message>
    <message>
        <source>It may ask for its password in a window of its own.</source>
        <translation>它可能正在自己的窗口中询问密码。</translation>
    </message>
    <message>
        <source>Use for this session only</source>
        <translation>仅用于本次会话</translation>
    </message>
</context>
<context>
    <name>sluice::app::LabellingDialog</name>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>What gets a label</source>
        <translation>要写入标签的对象</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作分区</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>跳过原因</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) will be written.</source>
        <translation>
            <numerusform>将写入 %n 个标签。</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick what is to get its label.</source>
        <translation>请勾选要写入标签的对象。</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>A workspace before and after.</extracomment>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>sluice::app::LastDigitDialog</name>
    <message>
        <source>By last digit</source>
        <translation>按末位数字</translation>
    </message>
    <message>
        <source>uid</source>
        <translation>uid</translation>
    </message>
    <message>
        <source>Use as a rule</source>
        <translation>用作规则</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>位置(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Digits, of &amp;ten</source>
        <translation>十个数字中取几个(&amp;T)</translation>
    </message>
    <message>
        <source>Which cookie or header names the user?</source>
        <translation>哪个 Cookie 或请求头标识用户？</translation>
    </message>
    <message>
        <source>Requests whose %1 go to the target: %2 of ten users, if the last digits are spread evenly. Users without one stay on the current upstream.</source>
        <translation>%1 的请求转到目标上游：若末位数字分布均匀，即每十个用户中有 %2 个。没有该值的用户留在当前上游。</translation>
    </message>
</context>
<context>
    <name>sluice::app::LatencyPlot</name>
    <message>
        <source>Share of the answers that came within a time</source>
        <translation>在给定时间内返回的应答比例</translation>
    </message>
    <message>
        <source>%1: median %2, p95 %3, p99 %4</source>
        <translation>%1：中位数 %2，p95 %3，p99 %4</translation>
    </message>
    <message>
        <source>Latency of both upstreams</source>
        <translation>两个上游的延迟</translation>
    </message>
    <message>
        <source>Nothing measured yet.</source>
        <translation>还没有测量。</translation>
    </message>
</context>
<context>
    <name>sluice::app::LimitsEditor</name>
    <message>
        <source>A limit of 100 % errors is never broken.</source>
        <translation>100 % 的错误率上限永远不会被超过。</translation>
    </message>
    <message>
        <source>Limits: what the target&apos;s answers may be at most; blank for none</source>
        <translation>上限：目标上游的应答不得超过；留空表示不限</translation>
    </message>
    <message>
        <source>Errors, %</source>
        <translation>错误率，%</translation>
    </message>
    <message>
        <source>Median, ms</source>
        <translation>中位数，毫秒</translation>
    </message>
    <message>
        <source>p95, ms</source>
        <translation>p95，毫秒</translation>
    </message>
    <message>
        <source>p99, ms</source>
        <translation>p99，毫秒</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Judged over</source>
        <translation>统计时长</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>and at least so many answers</source>
        <translation>且应答数至少为</translation>
    </message>
</context>
<context>
    <name>sluice::app::ListView</name>
    <message>
        <source>Reset columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>Changed just now</source>
        <translation>刚刚有变化</translation>
    </message>
</context>
<context>
    <name>sluice::app::LiveTrafficView</name>
    <message numerus="yes">
        <source>%1: %n request(s)</source>
        <translation>
            <numerusform>%1：%n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % errors</source>
        <translation>错误 %1 %</translation>
    </message>
    <message>
        <source>p95 %1 ms</source>
        <translation>p95 %1 毫秒</translation>
    </message>
    <message>
        <source>Waiting for the gateways&apos; counters…</source>
        <translation>正在等待网关的计数…</translation>
    </message>
    <message>
        <source>In the last minute:</source>
        <translation>最近一分钟：</translation>
    </message>
    <message>
        <source>Live traffic</source>
        <translation>实时流量</translation>
    </message>
</context>
<context>
    <name>sluice::app::LoadClusterDialog</name>
    <message>
        <source>Load a cluster into %1</source>
        <translation>将集群载入 %1</translation>
    </message>
    <message>
        <source>The cluster is only read. What the simulated cluster %1 holds is replaced by it, with demo backends in place of the real nodes.</source>
        <translation>只读取该集群，不做任何改动。模拟集群 %1 现有的内容将被替换，真实节点由演示后端代替。</translation>
    </message>
    <message>
        <source>&amp;Cluster</source>
        <translation>集群(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Workspace</source>
        <translation>工作分区(&amp;W)</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>载入</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>%1 (simulated)</source>
        <translation>%1（模拟）</translation>
    </message>
    <message>
        <source>All workspaces</source>
        <translation>全部工作分区</translation>
    </message>
    <message>
        <source>There is no other cluster in the list.</source>
        <translation>列表中没有其他集群。</translation>
    </message>
    <message>
        <source>Reading the configuration…</source>
        <translation>正在读取配置…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Routes of other workspaces are left out: where one of them would take a request on the cluster, the simulator chooses another.</source>
        <translation>其他工作分区的路由未载入：如果集群上会由其中某条路由接收请求，模拟器将选择另一条。</translation>
    </message>
    <message>
        <source>Enter the key</source>
        <translation>输入 Key</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
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
    <message>
        <source>Jump to…</source>
        <translation>跳转到…</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>复制列表</translation>
    </message>
    <message>
        <source>Export the list as CSV…</source>
        <translation>将列表导出为 CSV…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied, with tabs between the columns.</source>
        <translation>
            <numerusform>已复制 %n 行，各列以制表符分隔。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>导出为 CSV</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>已导出到 %1。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Ending what is under way…</source>
        <translation>正在结束未完成的操作…</translation>
    </message>
    <message>
        <source>action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>No release is chosen on this page</source>
        <translation>此页面没有选中的发布任务</translation>
    </message>
    <message>
        <source>Open the local simulator</source>
        <translation>打开本地模拟器</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>a cluster and its environment</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Go to another cluster</source>
        <translation>转到另一个集群</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Release</source>
        <translation>发布(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Simulator</source>
        <translation>模拟器(&amp;S)</translation>
    </message>
</context>
<context>
    <name>sluice::app::NodesEditor</name>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Add a node</source>
        <translation>添加节点</translation>
    </message>
    <message>
        <source>Host or address</source>
        <translation>主机名或地址</translation>
    </message>
    <message>
        <source>Host of the node</source>
        <translation>节点的主机</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Port of the node</source>
        <translation>节点的端口</translation>
    </message>
    <message>
        <source>weight </source>
        <translation>权重 </translation>
    </message>
    <message>
        <source>Weight of the node</source>
        <translation>节点的权重</translation>
    </message>
    <message>
        <source>Remove this node</source>
        <translation>移除此节点</translation>
    </message>
</context>
<context>
    <name>sluice::app::OfferBar</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>sluice::app::PasteRequestDialog</name>
    <message>
        <source>Paste curl or headers</source>
        <translation>粘贴 curl 或请求头</translation>
    </message>
    <message>
        <source>&amp;A curl command, or lines such as &quot;x-canary: 1&quot;:</source>
        <translation>curl 命令，或类似“x-canary: 1”的行(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Conditions that must all match:</source>
        <translation>须同时满足的条件(&amp;C)：</translation>
    </message>
    <message>
        <source>Add as a group</source>
        <translation>添加为规则组</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>sluice::app::PlanEditor</name>
    <message>
        <source>A plan needs a step.</source>
        <translation>计划至少需要一步。</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>没有改动。</translation>
    </message>
    <message>
        <source>Remove the plan…</source>
        <translation>移除计划…</translation>
    </message>
    <message>
        <source>Save the plan…</source>
        <translation>保存计划…</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>添加步骤</translation>
    </message>
    <message>
        <source>Cancel the release by itself where a limit is broken</source>
        <translation>超过上限时自动取消任务</translation>
    </message>
    <message>
        <source>Works only while someone runs the plan.</source>
        <translation>仅在有人执行计划时有效。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃改动</translation>
    </message>
</context>
<context>
    <name>sluice::app::PlanStepBox</name>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>By percentage</source>
        <translation>按百分比</translation>
    </message>
    <message>
        <source>By rules</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>Share of the target, step %1</source>
        <translation>第 %1 步目标上游的比例</translation>
    </message>
    <message>
        <source>Rules of step %1</source>
        <translation>第 %1 步的规则</translation>
    </message>
    <message>
        <source>Rules as the command line writes them; | between groups, &amp; between conditions.</source>
        <translation>按命令行的写法填写规则；组之间用 |，条件之间用 &amp;。</translation>
    </message>
    <message>
        <source>then</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>holds for</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>waits for a person</source>
        <translation>等待人工继续</translation>
    </message>
    <message>
        <source>Hold of step %1</source>
        <translation>第 %1 步的保持时间</translation>
    </message>
    <message>
        <source>Unit of the hold of step %1</source>
        <translation>第 %1 步保持时间的单位</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Move step %1 up</source>
        <translation>上移第 %1 步</translation>
    </message>
    <message>
        <source>Move step %1 down</source>
        <translation>下移第 %1 步</translation>
    </message>
    <message>
        <source>Remove step %1</source>
        <translation>移除第 %1 步</translation>
    </message>
</context>
<context>
    <name>sluice::app::PlanView</name>
    <message numerus="yes">
        <source>Counted here since the step began: %n answer(s) of the target</source>
        <translation>
            <numerusform>自此步开始在此处统计：目标上游 %n 个应答</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 % errors.</source>
        <translation>%1，错误率 %2 %。</translation>
    </message>
    <message>
        <source>A broken limit cancels the release by itself, while someone runs the plan.</source>
        <translation>有人执行计划时，超过上限会自动取消任务。</translation>
    </message>
    <message>
        <source>A broken limit pauses the plan; the traffic stays as it is.</source>
        <translation>超过上限时计划暂停；流量去向不变。</translation>
    </message>
    <message>
        <source>The release has no plan: its share is changed by hand.</source>
        <translation>此任务没有计划：比例由人工调整。</translation>
    </message>
    <message>
        <source>An action on this plan is under way.</source>
        <translation>此计划上有操作正在进行。</translation>
    </message>
    <message>
        <source>It is being edited below.</source>
        <translation>正在下方编辑。</translation>
    </message>
    <message>
        <source>Steps of the plan</source>
        <translation>计划的步骤</translation>
    </message>
</context>
<context>
    <name>sluice::app::PolicyEditor</name>
    <message>
        <source>By percentage</source>
        <translation>按百分比</translation>
    </message>
    <message>
        <source>By rules</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>Target share</source>
        <translation>目标比例</translation>
    </message>
    <message>
        <source>Target share, in percent</source>
        <translation>目标比例（百分比）</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>By last digit…</source>
        <translation>按末位数字…</translation>
    </message>
    <message>
        <source>Each request is picked anew, so the same user may see both sides. By the last digit of a cookie or a header each user stays on one side.</source>
        <translation>每个请求单独选择，因此同一用户可能访问到两个上游。按 Cookie 或请求头的末位数字分配，则每个用户固定在一侧。</translation>
    </message>
</context>
<context>
    <name>sluice::app::RehearsalPage</name>
    <message>
        <source>Not simulated: %1 on %2. %3</source>
        <translation>不模拟：%2 上的 %1。%3</translation>
    </message>
    <message>
        <source>Submit would send something else than was rehearsed:</source>
        <translation>提交时发送的请求与预演的不同：</translation>
    </message>
    <message numerus="yes">
        <source>Submit sends exactly what was rehearsed: %n request(s).</source>
        <translation>
            <numerusform>提交时发送的请求与预演的完全相同：%n 个请求。</numerusform>
        </translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>预演</translation>
    </message>
    <message>
        <source>Rehearse: %1</source>
        <translation>预演：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Reading the cluster…</source>
        <translation>正在读取集群…</translation>
    </message>
    <message>
        <source>Every step does what it should.</source>
        <translation>每一步都符合预期。</translation>
    </message>
    <message>
        <source>A step does not do what it should.</source>
        <translation>有一步不符合预期。</translation>
    </message>
    <message>
        <source>The cluster was only read; nothing was changed there.</source>
        <translation>只读取了集群，没有做任何改动。</translation>
    </message>
    <message>
        <source>Not every step could be judged.</source>
        <translation>有的步骤无法判断。</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>返回表单</translation>
    </message>
    <message>
        <source>Back to the release</source>
        <translation>返回任务</translation>
    </message>
    <message>
        <source>Try it on a twin on this computer</source>
        <translation>在本机的孪生网关上预演</translation>
    </message>
    <message>
        <source>The cluster&apos;s whole configuration is read into a simulator on this computer, with demo backends in place of the real nodes. The release is made there, every step is proven with requests, then it is cancelled, and fully released. The cluster sees nothing but reads.</source>
        <translation>把集群的全部配置读入本机的模拟器，用演示后端代替真实节点。在那里新建任务，用请求验证每一步，然后取消，再全量发布。集群只会收到读请求。</translation>
    </message>
    <message>
        <source>Also try, one a line: a percentage, or rules as the command line writes them</source>
        <translation>还要预演的流量分配，每行一个：百分比，或命令行写法的规则</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
</context>
<context>
    <name>sluice::app::ReleaseFields</name>
    <message>
        <source>service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1  –  workspace %2</source>
        <translation>%1  –  工作分区 %2</translation>
    </message>
    <message>
        <source>the current upstream</source>
        <translation>当前上游</translation>
    </message>
    <message>
        <source>the target upstream</source>
        <translation>目标上游</translation>
    </message>
    <message>
        <source>Give the release a name.</source>
        <translation>请填写任务名称。</translation>
    </message>
    <message>
        <source>Choose the API.</source>
        <translation>请选择 API。</translation>
    </message>
    <message>
        <source>The API carries the release &quot;%1&quot; already.</source>
        <translation>此 API 已有任务“%1”。</translation>
    </message>
    <message>
        <source>The API carries a split that Sluice did not make. Adopt it on the API&apos;s page.</source>
        <translation>API 上的分流不是由 Sluice 创建的。请在该 API 的页面上接管。</translation>
    </message>
    <message>
        <source>There is no other upstream yet. Create one first.</source>
        <translation>还没有其他上游。请先新建一个。</translation>
    </message>
    <message>
        <source>Choose the target upstream.</source>
        <translation>请选择目标上游。</translation>
    </message>
    <message>
        <source>The target is the current upstream.</source>
        <translation>目标上游就是当前上游。</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source>Current upstream: %1%2</source>
        <translation>当前上游：%1%2</translation>
    </message>
    <message>
        <source>This upstream belongs to the workspace %1.</source>
        <translation>此上游属于工作分区 %1。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Name *</source>
        <translation>名称 *</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>API *</source>
        <translation>API *</translation>
    </message>
    <message>
        <source>Target upstream *</source>
        <translation>目标上游 *</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Shown in the release&apos;s history</source>
        <translation>显示在任务历史中</translation>
    </message>
    <message>
        <source>Type to search</source>
        <translation>输入以搜索</translation>
    </message>
    <message>
        <source>Traffic allocation</source>
        <translation>流量分配方式</translation>
    </message>
    <message>
        <source>New upstream</source>
        <translation>新建上游</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>上游</translation>
    </message>
    <message>
        <source>It stays as it is while the release is in progress. For another API or target, cancel this release and make a new one.</source>
        <translation>任务进行中不能更改。要换 API 或目标上游，请取消此任务并新建一个。</translation>
    </message>
</context>
<context>
    <name>sluice::app::ReleaseFormPage</name>
    <message>
        <source>New release</source>
        <translation>新建发布</translation>
    </message>
    <message>
        <source>Configure %1</source>
        <translation>配置 %1</translation>
    </message>
    <message>
        <source>There is no release &quot;%1&quot; any more.</source>
        <translation>任务“%1”已不存在。</translation>
    </message>
    <message>
        <source>Go back to the list of releases.</source>
        <translation>请返回任务列表。</translation>
    </message>
    <message>
        <source>The upstream that &quot;%1&quot; replaced was written inside the API.</source>
        <translation>“%1”所替换的上游原先写在 API 内部。</translation>
    </message>
    <message>
        <source>Create an upstream from it first: its content is kept in the release&apos;s record.</source>
        <translation>请先用其内容新建上游：内容保存在任务记录中。</translation>
    </message>
    <message>
        <source>The API %1 itself keeps %2.</source>
        <translation>API %1 自身的上游仍为 %2。</translation>
    </message>
    <message>
        <source>In words: requests whose %1</source>
        <translation>即满足以下条件的请求：%1</translation>
    </message>
    <message>
        <source>Look at it again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>Look at the releases</source>
        <translation>查看任务列表</translation>
    </message>
    <message>
        <source>%1 set it to %2. Your own values are still in the form.</source>
        <translation>%1 已将其设为 %2。您填写的值仍在表单中。</translation>
    </message>
    <message>
        <source>Submit puts yours in their place.</source>
        <translation>提交后将以您的值替换。</translation>
    </message>
    <message>
        <source>What you had typed here was kept.</source>
        <translation>您在此处输入的内容已保留。</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新填写</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>Rehearse…</source>
        <translation>预演…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>This cluster requires a reason.</source>
        <translation>此集群要求填写原因。</translation>
    </message>
</context>
<context>
    <name>sluice::app::ReleasePage</name>
    <message>
        <source>%1 is acting on this API now.</source>
        <translation>%1 正在操作此 API。</translation>
    </message>
    <message>
        <source>In words: requests whose %1</source>
        <translation>即满足以下条件的请求：%1</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Current upstream</source>
        <translation>当前上游</translation>
    </message>
    <message>
        <source>Target upstream</source>
        <translation>目标上游</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最近变更</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1，操作人 %2</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作分区</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>修订号</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Traffic allocation</source>
        <translation>流量分配方式</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>The way back without Sluice, for the runbook</source>
        <translation>不依赖 Sluice 的回退方法，供运维手册使用</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Rollback by curl</source>
        <translation>用 curl 回退</translation>
    </message>
    <message>
        <source>There is no such release on the gateway.</source>
        <translation>网关上没有此任务。</translation>
    </message>
    <message>
        <source>It was deleted or archived.</source>
        <translation>它已被删除或归档。</translation>
    </message>
    <message>
        <source>Live traffic</source>
        <translation>实时流量</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>The split that this release asks for can&apos;t be shown as a share or as rules.</source>
        <translation>此任务要求的分流无法表示为百分比或规则。</translation>
    </message>
    <message>
        <source>Allocation before it ended: %1</source>
        <translation>结束前的分配：%1</translation>
    </message>
    <message>
        <source>What differs: - the release asks, + the API has</source>
        <translation>差异：- 任务的要求，+ API 的当前配置</translation>
    </message>
    <message>
        <source>The release asks for:</source>
        <translation>任务要求：</translation>
    </message>
</context>
<context>
    <name>sluice::app::ReleasesPage</name>
    <message>
        <source>Releases</source>
        <translation>发布管理</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message numerus="yes">
        <source>%n release(s)</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in progress</source>
        <translation>
            <numerusform>%n 个进行中</numerusform>
        </translation>
    </message>
    <message>
        <source>Begin a canary release</source>
        <translation>开始灰度发布</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>There is no release here yet.</source>
        <translation>这里还没有任务。</translation>
    </message>
    <message>
        <source>No release is in progress, and nothing needs a look.</source>
        <translation>没有进行中的任务，也没有需要留意的情况。</translation>
    </message>
    <message>
        <source>A release sends a small share of an API&apos;s traffic to a new upstream first.</source>
        <translation>灰度发布会先将 API 的一小部分流量转到新的上游。</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s)</source>
        <translation>
            <numerusform>%n 个告警</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::app::RequestsView</name>
    <message>
        <source>Requests that will be sent</source>
        <translation>将要发送的请求</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>sluice::app::RowActionColumn</name>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
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
    <name>sluice::app::RuleEditor</name>
    <message>
        <source>A request goes to the target upstream when any group matches:</source>
        <translation>请求命中任一规则组时，转到目标上游：</translation>
    </message>
    <message>
        <source>A request goes to %1 when any group matches:</source>
        <translation>请求命中任一规则组时，转到 %1：</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>规则组</translation>
    </message>
    <message>
        <source>Add a group</source>
        <translation>添加规则组</translation>
    </message>
    <message>
        <source>Paste curl or headers…</source>
        <translation>粘贴 curl 或请求头…</translation>
    </message>
    <message>
        <source>Of matching requests:</source>
        <translation>命中规则的请求中：</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>a share of</source>
        <translation>其中的</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Share of the matching requests, in percent</source>
        <translation>命中规则的请求的比例（百分比）</translation>
    </message>
</context>
<context>
    <name>sluice::app::RuleGroupBox</name>
    <message>
        <source>Group %1: all of</source>
        <translation>规则组 %1：同时满足</translation>
    </message>
    <message>
        <source>Remove this group</source>
        <translation>移除此规则组</translation>
    </message>
    <message>
        <source>Remove group %1</source>
        <translation>移除规则组 %1</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Add a condition to group %1</source>
        <translation>为规则组 %1 添加条件</translation>
    </message>
</context>
<context>
    <name>sluice::app::RunPage</name>
    <message>
        <source>Reading the cluster…</source>
        <translation>正在读取集群…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>sluice::app::ShareTimeline</name>
    <message>
        <source>Share of the target over time</source>
        <translation>目标上游的比例随时间的变化</translation>
    </message>
    <message>
        <source>No request was counted yet.</source>
        <translation>还没有统计到请求。</translation>
    </message>
    <message>
        <source>The target gets %1 now.</source>
        <translation>目标上游目前占 %1。</translation>
    </message>
    <message>
        <source>The target gets %1 now; expected is %2.</source>
        <translation>目标上游目前占 %1，预期 %2。</translation>
    </message>
    <message>
        <source>Line: measured over half a minute. Dashed: expected.</source>
        <translation>实线：半分钟内的实测值。虚线：预期。</translation>
    </message>
    <message>
        <source>Share of the target over time (dashed: as the release asks)</source>
        <translation>目标上游的比例随时间的变化（虚线：任务要求）</translation>
    </message>
</context>
<context>
    <name>sluice::app::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>The first button of the row</source>
        <translation>该行的第一个按钮</translation>
    </message>
    <message>
        <source>The row&apos;s More menu</source>
        <translation>“更多”中的操作</translation>
    </message>
    <message>
        <source>Delete, after a question</source>
        <translation>删除（会先询问）</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Select all rows</source>
        <translation>选择所有行</translation>
    </message>
    <message>
        <source>From the filter into the list</source>
        <translation>从筛选框进入列表</translation>
    </message>
    <message>
        <source>Empty the filter</source>
        <translation>清空筛选框</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>任意位置</translation>
    </message>
    <message>
        <source>In lists</source>
        <translation>列表中</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>sluice::app::SimulatedTrafficView</name>
    <message>
        <source>rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>上游</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求数</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态码</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Newest requests</source>
        <translation>最新请求</translation>
    </message>
    <message>
        <source>Nobody has called this gateway yet.</source>
        <translation>此网关还没有收到请求。</translation>
    </message>
    <message>
        <source>Verify a release, or send a request under &quot;Try a request&quot;.</source>
        <translation>验证一个任务，或在“试发请求”中发送一个请求。</translation>
    </message>
</context>
<context>
    <name>sluice::app::SimulatorPage</name>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Admin address</source>
        <translation>Admin API 地址</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Copy the Admin address</source>
        <translation>复制 Admin API 地址</translation>
    </message>
    <message>
        <source>Copy the gateway&apos;s address</source>
        <translation>复制网关地址</translation>
    </message>
    <message>
        <source>Copy the metrics address</source>
        <translation>复制指标地址</translation>
    </message>
    <message>
        <source>Local simulator</source>
        <translation>本地模拟器</translation>
    </message>
    <message>
        <source>The simulator is not running.</source>
        <translation>模拟器未运行。</translation>
    </message>
    <message numerus="yes">
        <source>%n simulated cluster(s)</source>
        <translation>
            <numerusform>%n 个模拟集群</numerusform>
        </translation>
    </message>
    <message>
        <source>All that this cluster holds is simulated.</source>
        <translation>此集群的全部配置都能模拟。</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>没有应答：%1</translation>
    </message>
    <message>
        <source>%1, answered by %2 in %3 ms</source>
        <translation>%1，由 %2 应答，用时 %3 毫秒</translation>
    </message>
    <message>
        <source>Load an export into %1</source>
        <translation>向 %1 载入导出文件</translation>
    </message>
    <message>
        <source>Exports (*.json)</source>
        <translation>导出文件 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 is not an export.</source>
        <translation>%1 不是导出文件。</translation>
    </message>
    <message>
        <source>Take a file that sluicectl export wrote.</source>
        <translation>请选择 sluicectl export 写出的文件。</translation>
    </message>
    <message>
        <source>%1 holds what the file says.</source>
        <translation>%1 现在的内容与文件一致。</translation>
    </message>
    <message>
        <source>Simulated clusters</source>
        <translation>模拟的集群</translation>
    </message>
    <message>
        <source>The cluster that the tabs show</source>
        <translation>下面各页所显示的集群</translation>
    </message>
    <message>
        <source>Admin key</source>
        <translation>Admin Key</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>显示 Key</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>复制 Key</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Try a request</source>
        <translation>试发请求</translation>
    </message>
    <message>
        <source>Demo backends</source>
        <translation>演示后端</translation>
    </message>
    <message>
        <source>Not simulated</source>
        <translation>不模拟的内容</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Its clusters and what was changed in them are gone then</source>
        <translation>停止后，这些集群及其中的改动都会消失</translation>
    </message>
    <message>
        <source>Load an export…</source>
        <translation>载入导出文件…</translation>
    </message>
    <message>
        <source>Reset counters</source>
        <translation>计数清零</translation>
    </message>
    <message>
        <source>It serves two demo clusters on this computer, with an Admin API, a gateway and backends. Nothing leaves this computer.</source>
        <translation>模拟器在本机提供两个演示集群，带有 Admin API、网关和后端。任何内容都不会离开本机。</translation>
    </message>
    <message>
        <source>the gateway itself</source>
        <translation>网关本身</translation>
    </message>
    <message>
        <source>%1 holds what the cluster %2 holds.</source>
        <translation>%1 已载入集群 %2 的内容。</translation>
    </message>
    <message>
        <source>%1 holds the workspace %3 of the cluster %2.</source>
        <translation>%1 已载入集群 %2 的工作分区 %3。</translation>
    </message>
    <message>
        <source>Load a cluster…</source>
        <translation>载入集群…</translation>
    </message>
</context>
<context>
    <name>sluice::app::SplitBar</name>
    <message>
        <source>Split</source>
        <translation>分流</translation>
    </message>
    <message>
        <source>%1 gets %2 %, %3 gets %4 %</source>
        <translation>%1 占 %2 %，%3 占 %4 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>sluice::app::SplitFunnel</name>
    <message>
        <source>Share of the target as requests add up</source>
        <translation>随请求数增加，目标上游所占的比例</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>Split during the run</source>
        <translation>运行中的分流比例</translation>
    </message>
    <message>
        <source>Nothing measured yet.</source>
        <translation>还没有测量。</translation>
    </message>
    <message>
        <source>%1 of %2 requests on the target, %3; a healthy gateway gives %4 to %5.</source>
        <translation>%2 个请求中有 %1 个到达目标上游，占 %3；正常的网关为 %4 到 %5 个。</translation>
    </message>
    <message>
        <source>Line: measured. Hatched: what a healthy gateway can give. Dashed: expected.</source>
        <translation>实线：实测。斜线区：正常网关的范围。虚线：预期。</translation>
    </message>
</context>
<context>
    <name>sluice::app::SplitView</name>
    <message>
        <source>The split of %1 decides.</source>
        <translation>由%1 的分流决定。</translation>
    </message>
    <message>
        <source>There is no split.</source>
        <translation>没有分流。</translation>
    </message>
    <message>
        <source>Hidden by it, and in effect once it goes: %1.</source>
        <translation>被其覆盖、待其移除后生效：%1。</translation>
    </message>
    <message>
        <source>For some requests another split decides: %1.</source>
        <translation>部分请求由其他分流决定：%1。</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <extracomment>a name of an upstream, and its share of the requests</extracomment>
        <translation>%1 %2 %</translation>
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
<context>
    <name>sluice::app::TrafficPicture</name>
    <message>
        <source>Requests that match</source>
        <translation>命中规则的请求</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>其余请求</translation>
    </message>
</context>
<context>
    <name>sluice::app::UpstreamDialog</name>
    <message>
        <source>Edit upstream</source>
        <translation>编辑上游</translation>
    </message>
    <message>
        <source>New upstream</source>
        <translation>新建上游</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>An id never changes.</source>
        <translation>ID 不可更改。</translation>
    </message>
    <message>
        <source>in turn, by weight (roundrobin)</source>
        <translation>按权重轮询（roundrobin）</translation>
    </message>
    <message>
        <source>fewest connections (least_conn)</source>
        <translation>最少连接（least_conn）</translation>
    </message>
    <message>
        <source>fastest answers (ewma)</source>
        <translation>最快响应（ewma）</translation>
    </message>
    <message>
        <source>as the client sent it (pass)</source>
        <translation>与客户端发送的相同（pass）</translation>
    </message>
    <message>
        <source>the node&apos;s name (node)</source>
        <translation>节点的名称（node）</translation>
    </message>
    <message>
        <source>this one (rewrite)</source>
        <translation>改写为（rewrite）</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;ID *</source>
        <translation>ID(&amp;I) *</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>描述(&amp;D)</translation>
    </message>
    <message>
        <source>Nodes *</source>
        <translation>节点 *</translation>
    </message>
    <message>
        <source>&amp;Balancing</source>
        <translation>负载均衡(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Scheme</source>
        <translation>协议(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Host header</source>
        <translation>Host 请求头(&amp;H)</translation>
    </message>
    <message>
        <source>Host n&amp;ame</source>
        <translation>主机名(&amp;A)</translation>
    </message>
    <message>
        <source>What you typed has not been saved.</source>
        <translation>您输入的内容尚未保存。</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>不保存并离开</translation>
    </message>
    <message>
        <source>&amp;ID</source>
        <translation>ID(&amp;I)</translation>
    </message>
</context>
<context>
    <name>sluice::app::UpstreamPage</name>
    <message>
        <source>View</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作分区</translation>
    </message>
    <message>
        <source>Balancing</source>
        <translation>负载均衡</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Host header</source>
        <translation>Host 请求头</translation>
    </message>
    <message>
        <source>Service discovery</source>
        <translation>服务发现</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>No API sends its traffic here</source>
        <translation>没有 API 将流量发往这里</translation>
    </message>
    <message>
        <source>APIs that send traffic here</source>
        <translation>将流量发往这里的 API</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Releases in progress from or to it</source>
        <translation>以此为当前或目标上游的进行中任务</translation>
    </message>
    <message>
        <source>As the gateway holds it</source>
        <translation>网关中的原始配置</translation>
    </message>
    <message>
        <source>This upstream is not on the gateway.</source>
        <translation>网关上没有此上游。</translation>
    </message>
    <message>
        <source>It was deleted, or its id is another one now.</source>
        <translation>可能已被删除，或 ID 已改变。</translation>
    </message>
</context>
<context>
    <name>sluice::app::UpstreamsPage</name>
    <message>
        <source>Upstreams</source>
        <translation>上游管理</translation>
    </message>
    <message numerus="yes">
        <source>%n upstream(s)</source>
        <translation>
            <numerusform>%n 个上游</numerusform>
        </translation>
    </message>
    <message>
        <source>View</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Create an upstream</source>
        <translation>新建一个上游</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>This workspace holds no upstreams.</source>
        <translation>此工作分区没有上游。</translation>
    </message>
    <message>
        <source>A release needs two: the current one and the target.</source>
        <translation>发布需要两个上游：当前上游和目标上游。</translation>
    </message>
</context>
<context>
    <name>sluice::app::VerificationForm</name>
    <message>
        <source>The route has no single literal path that GET may call: name one.</source>
        <translation>路由没有唯一的、可用 GET 访问的固定路径：请填写一个。</translation>
    </message>
    <message>
        <source>A path begins with a slash.</source>
        <translation>路径以斜杠开头。</translation>
    </message>
    <message>
        <source>One header a line: Name: value</source>
        <translation>每行一个请求头：名称: 值</translation>
    </message>
    <message>
        <source>At least one address such as http://10.0.0.1:9080</source>
        <translation>至少一个地址，例如 http://10.0.0.1:9080</translation>
    </message>
    <message>
        <source>An address and a port, such as 10.0.0.1:9080</source>
        <translation>地址和端口，例如 10.0.0.1:9080</translation>
    </message>
    <message>
        <source>This is not a regular expression.</source>
        <translation>这不是正则表达式。</translation>
    </message>
    <message>
        <source>as many as each case needs</source>
        <translation>按每个用例的需要</translation>
    </message>
    <message>
        <source>automatic: %1</source>
        <translation>自动：%1</translation>
    </message>
    <message>
        <source>The first one on the target is certain after %1.</source>
        <translation>最多发送 %1 个请求后，必有一个到达目标上游。</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Amount and judgement</source>
        <translation>数量与判断</translation>
    </message>
    <message>
        <source>How an answer tells its upstream</source>
        <translation>如何识别应答来自哪个上游</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>请求体</translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Connect to</source>
        <translation>连接到</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求数</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接数</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>工作进程数</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Detectable deviation</source>
        <translation>可检出的偏差</translation>
    </message>
    <message>
        <source>By</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Target is</source>
        <translation>目标为</translation>
    </message>
    <message>
        <source>Current is</source>
        <translation>当前为</translation>
    </message>
    <message>
        <source>the gateway&apos;s own</source>
        <translation>网关自己的</translation>
    </message>
    <message>
        <source>Name: value</source>
        <translation>名称: 值</translation>
    </message>
    <message>
        <source>Sent with every request; never part of a report.</source>
        <translation>随每个请求发送；不会写进报告。</translation>
    </message>
    <message>
        <source>the gateway&apos;s address</source>
        <translation>网关的地址</translation>
    </message>
    <message>
        <source>found out by asking the nodes</source>
        <translation>直接询问节点得出</translation>
    </message>
    <message>
        <source>Left empty, the nodes of both upstreams are asked directly, a few times each.</source>
        <translation>留空时，会直接访问两个上游的节点各若干次。</translation>
    </message>
    <message>
        <source>Each one is verified on its own. Several are separated by a comma.</source>
        <translation>每个网关单独验证；多个之间用逗号分隔。</translation>
    </message>
    <message>
        <source>Worker processes of one gateway: each picks in an order of its own.</source>
        <translation>一个网关的工作进程数：每个进程按自己的顺序选择上游。</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>不限速</translation>
    </message>
    <message>
        <source> a second</source>
        <translation> 个/秒</translation>
    </message>
    <message>
        <source> points</source>
        <translation> 个百分点</translation>
    </message>
    <message>
        <source>no other callers</source>
        <translation>没有其他调用方</translation>
    </message>
    <message>
        <source>other callers as well</source>
        <translation>还有其他调用方</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>JSON pointer in the body</source>
        <translation>响应体中的 JSON 指针</translation>
    </message>
    <message>
        <source>Regular expression on the body</source>
        <translation>匹配响应体的正则表达式</translation>
    </message>
    <message>
        <source>Answers to HEAD have no body to expect anything of.</source>
        <translation>HEAD 的应答没有响应体，无法对其设期望。</translation>
    </message>
    <message>
        <source>Expected of each answer</source>
        <translation>对每个应答的期望</translation>
    </message>
    <message>
        <source>Nothing, or one a line, such as</source>
        <translation>可不填；每行一条，例如</translation>
    </message>
</context>
<context>
    <name>sluice::app::VerificationPage</name>
    <message>
        <source>Verify: %1</source>
        <translation>验证：%1</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>the target</source>
        <translation>目标上游</translation>
    </message>
    <message>
        <source>Verify on production</source>
        <translation>在生产环境验证</translation>
    </message>
    <message>
        <source>Requests will go to a production gateway as fast as it answers.</source>
        <translation>将不限速地向生产网关发送请求。</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) a second will go to a production gateway.</source>
        <translation>
            <numerusform>将向生产网关每秒发送 %n 个请求。</numerusform>
        </translation>
    </message>
    <message>
        <source>Verification stays below %1 a second there unless you say otherwise.</source>
        <translation>除非另行指定，在生产环境验证时每秒不超过 %1 个请求。</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Report for people (*.html)</source>
        <translation>供人阅读的报告 (*.html)</translation>
    </message>
    <message>
        <source>Report for programs (*.json)</source>
        <translation>供程序读取的报告 (*.json)</translation>
    </message>
    <message>
        <source>JUnit (*.xml)</source>
        <translation>JUnit (*.xml)</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>报告已保存到 %1。</translation>
    </message>
    <message>
        <source>Send real requests and count where they land</source>
        <translation>发送真实请求，统计落点</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>还没有发送请求。</translation>
    </message>
    <message>
        <source>Start sends real requests to each gateway and counts which upstream answers.</source>
        <translation>开始后，会向每个网关发送真实请求，并统计由哪个上游应答。</translation>
    </message>
</context>
<context>
    <name>sluice::app::VerificationView</name>
    <message>
        <source>The first requests are on their way…</source>
        <translation>第一批请求已发出…</translation>
    </message>
    <message>
        <source>%1: %2 of %3 sent, %4 on the target</source>
        <extracomment>%1 is a case, %2 and %3 are numbers of requests, %4 is a number on the target.</extracomment>
        <translation>%1：已发送 %2 / %3，其中 %4 个到达目标上游</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>Requests of this case that were answered</source>
        <translation>此用例已应答的请求</translation>
    </message>
    <message>
        <source>A request of this case, to repeat it</source>
        <translation>此用例的一个请求，可重复执行</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Expected of each answer</source>
        <translation>对每个应答的期望</translation>
    </message>
</context>
<context>
    <name>sluice::app::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Sluice steers canary releases on API gateways.</source>
        <translation>Sluice 管理 API 网关上的灰度发布。</translation>
    </message>
    <message>
        <source>Add a cluster of Apache APISIX, or try everything first on two demo clusters that this program serves itself. They are never mixed with your own.</source>
        <translation>请添加 Apache APISIX 集群，或先在本程序自带的两个演示集群上体验。演示集群绝不会与您自己的集群混在一起。</translation>
    </message>
    <message>
        <source>Add cluster</source>
        <translation>添加集群</translation>
    </message>
    <message>
        <source>Try on the local simulator</source>
        <translation>在本地模拟器上试用</translation>
    </message>
</context>
<context>
    <name>sluice::app::WorkspaceChoiceDialog</name>
    <message>
        <source>&amp;Workspace</source>
        <translation>工作分区(&amp;W)</translation>
    </message>
    <message>
        <source>Name the workspace first.</source>
        <translation>请先填写工作分区。</translation>
    </message>
    <message>
        <source>They have this label already.</source>
        <translation>所选对象已有此标签。</translation>
    </message>
</context>
<context>
    <name>sluice::app::WorkspaceRuleRow</name>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>pay.example.com or *.example.com</source>
        <translation>pay.example.com 或 *.example.com</translation>
    </message>
    <message>
        <source>/payments/</source>
        <translation>/payments/</translation>
    </message>
    <message>
        <source>^pay-, found anywhere without ^</source>
        <translation>^pay-，不带 ^ 则匹配任意位置</translation>
    </message>
    <message>
        <source>matches nothing</source>
        <translation>无命中</translation>
    </message>
    <message numerus="yes">
        <source>matches %n</source>
        <translation>
            <numerusform>命中 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>Path begins with</source>
        <translation>路径前缀</translation>
    </message>
    <message>
        <source>ID matches</source>
        <translation>ID 匹配</translation>
    </message>
    <message>
        <source>Name matches</source>
        <translation>名称匹配</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签名</translation>
    </message>
    <message>
        <source>workspace</source>
        <translation>工作分区</translation>
    </message>
    <message>
        <source>Rule %1: what it looks at</source>
        <translation>规则 %1：匹配对象</translation>
    </message>
    <message>
        <source>Rule %1: label</source>
        <translation>规则 %1：标签名</translation>
    </message>
    <message>
        <source>Rule %1: what it looks for</source>
        <translation>规则 %1：匹配值</translation>
    </message>
    <message>
        <source>Rule %1: workspace</source>
        <translation>规则 %1：工作分区</translation>
    </message>
    <message>
        <source>Try rule %1 earlier</source>
        <translation>上移规则 %1</translation>
    </message>
    <message>
        <source>Try rule %1 later</source>
        <translation>下移规则 %1</translation>
    </message>
    <message>
        <source>Remove rule %1</source>
        <translation>移除规则 %1</translation>
    </message>
    <message>
        <source>Try this rule earlier</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Try this rule later</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove this rule</source>
        <translation>移除此规则</translation>
    </message>
</context>
<context>
    <name>sluice::app::WorkspaceRulesEditor</name>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>添加规则</translation>
    </message>
</context>
<context>
    <name>sluice::app::WorkspaceRulesPage</name>
    <message>
        <source>Workspace rules</source>
        <translation>工作分区规则</translation>
    </message>
    <message>
        <source>The workspace rules were changed elsewhere.</source>
        <translation>工作分区规则已在别处修改。</translation>
    </message>
    <message>
        <source>Yours are still in the form; nothing of them was written.</source>
        <translation>您的规则仍保留在表单中，尚未写入。</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的规则</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的规则</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message numerus="yes">
        <source>%n by label</source>
        <translation>
            <numerusform>按标签 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n by a rule</source>
        <translation>
            <numerusform>按规则 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unassigned, in default</source>
        <translation>
            <numerusform>未归类（default）%n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>The cluster is not open.</source>
        <translation>集群尚未连接。</translation>
    </message>
    <message>
        <source>Save the rules first.</source>
        <translation>请先保存规则。</translation>
    </message>
    <message>
        <source>No object is in a workspace by a rule.</source>
        <translation>没有对象是按规则归入工作分区的。</translation>
    </message>
    <message>
        <source>These rules hold already.</source>
        <translation>这些规则已经生效。</translation>
    </message>
    <message>
        <source>Make what the rules find into labels</source>
        <translation>将规则的结果写成标签</translation>
    </message>
    <message>
        <source>What you had typed here was kept.</source>
        <translation>您在此处输入的内容已保留。</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新填写</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>The first rule that matches an API or an upstream says its workspace; what carries a workspace label keeps that. Rules write nothing to the APIs, and every operator of this cluster shares them.</source>
        <translation>API 或上游归入第一条命中的规则所指的工作分区；已有工作分区标签的对象以标签为准。规则不会改动任何 API，由此集群的所有操作人共享。</translation>
    </message>
    <message>
        <source>Resulting workspaces</source>
        <translation>归类预览</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Write labels…</source>
        <translation>写入标签…</translation>
    </message>
</context>
<context>
    <name>sluice::app::WorkspacesPage</name>
    <message>
        <source>Open</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>工作分区</translation>
    </message>
    <message numerus="yes">
        <source>%n workspace(s)</source>
        <translation>
            <numerusform>%n 个工作分区</numerusform>
        </translation>
    </message>
    <message>
        <source>This cluster holds no APIs yet.</source>
        <translation>此集群还没有 API。</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>规则…</translation>
    </message>
    <message>
        <source>Which API and upstream belongs to which workspace</source>
        <translation>决定 API 和上游属于哪个工作分区</translation>
    </message>
    <message>
        <source>Workspaces follow from a label of its routes, or from rules.</source>
        <translation>工作分区由路由的标签或规则决定。</translation>
    </message>
</context>
</TS>
