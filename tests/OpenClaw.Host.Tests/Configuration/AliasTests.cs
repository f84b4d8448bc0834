using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Tests.Configuration;

public sealed class AliasTests
{
    public static TheoryData<string, string> Pairs => new()
    {
        { "{gateway_token:'abcdef'}", "{gateway:{auth:{token:'abcdef'}}}" },
        { "{gateway:{token:'abcdef'}}", "{gateway:{auth:{token:'abcdef'}}}" },
        { "{gateway:{require_auth:false}}", "{gateway:{auth:{mode:'none'}}}" },
        { "{gateway:{websocket:{ping_interval:30,ping_timeout:60,connection_timeout:120,compression:true,compression_level:3}}}",
            "{gateway:{websocket:{pingIntervalMs:30000,pingTimeoutMs:60000,idleTimeoutMs:120000,compression:{enabled:true,level:3}}}}" },
        { "{gateway:{message_queue:{max_size:5,worker_threads:2,batch_size:3,timeout:4}}}",
            "{gateway:{queue:{maxSize:5,workers:2,batchSize:3,messageTimeoutMs:4000}}}" },
        { "{gateway:{persistence:{enabled:true,db_path:'x',retention_days:3}}}", "{gateway:{persistence:{enabled:true,path:'x',retentionDays:3}}}" },
        { "{gateway:{transport:'unix',socket_path:'/run/x'}}", "{gateway:{listen:{tcp:false,unixSocket:'/run/x'}}}" },
        { "{gateway:{log_level:'WARNING',log_format:'json'}}", "{logging:{level:'warn',consoleLevel:'warn',consoleStyle:'json'}}" },
        { "{gateway:{logging:{level:'debug',format:'text',rotation:{enabled:true,maxSize:'10mb',maxFiles:3}}}}",
            "{logging:{level:'debug',consoleLevel:'debug',consoleStyle:'pretty',maxFileBytes:'10mb',rotation:{maxFiles:3}}}" },
        { "{gateway:{logging:{rotation:{enabled:false}}}}", "{logging:{maxFileBytes:0}}" },
        { "{gateway:{hotReload:{mode:'off'}}}", "{gateway:{reload:{mode:'off'}}}" },
        { "{gateway:{bind:'0.0.0.0'}}", "{gateway:{bind:'lan'}}" },
        { "{gateway:{bind:'::1'}}", "{gateway:{bind:'loopback'}}" },
        { "{gateway:{bind:'192.168.1.2'}}", "{gateway:{bind:'custom',customBindHost:'192.168.1.2'}}" },
        { "{client:{gateway_url:'ws://x',auth_token:'abcdef',tls:{verify:false}}}", "{gateway:{remote:{url:'ws://x',token:'abcdef',tls:{verify:false}}}}" },
        { "{session:{prune:{toolResults:true}}}", "{agents:{defaults:{contextPruning:{mode:'cache-ttl'}}}}" },
        { "{session:{idleMinutes:9}}", "{session:{reset:{mode:'idle',idleMinutes:9}}}" },
        { "{session:{resetByType:{dm:{mode:'none'}}}}", "{session:{resetByType:{direct:{mode:'none'}}}}" },
        { "{agents:{list:[{id:'a',default:true},{id:'b',name:'B'}]}}", "{agents:{entries:{a:{default:true},b:{name:'B'}}}}" },
        { "{agent:{model:'p/m'}}", "{agents:{defaults:{model:'p/m'}}}" },
        { "{env:{FOO:'1'}}", "{env:{vars:{FOO:'1'}}}" },
        { "{messages:{queue:{mode:'steer-backlog'}}}", "{messages:{queue:{mode:'steer'}}}" },
        { "{bridge:{x:1},identity:{name:'x'}}", "{}" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void An_older_spelling_gives_the_same_document_and_a_hint(string old, string current)
    {
        var (left, right) = (ConfigFixture.Load(old), ConfigFixture.Load(current));
        Assert.Empty(left.Issues);
        Assert.Empty(right.Issues);
        Assert.True(left.Resolved!.ContentEquals(right.Resolved), left.Resolved.ToJsonElement().GetRawText());
        Assert.Empty(right.Warnings);
        Assert.True(left.Warnings.Count > 0 || old.Contains("steer", StringComparison.Ordinal));
        Assert.DoesNotContain("abcdef", string.Join('\n', left.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Both_spellings_that_disagree_are_refused_by_name()
    {
        var issue = Assert.Single(ConfigFixture.Load("{gateway_token:'old-token',gateway:{auth:{token:'new-token'}}}").Issues);
        Assert.Equal("gateway_token and gateway.auth.token are both set and differ", issue.Message);
        Assert.Empty(ConfigFixture.Load("{gateway_token:'same-token',gateway:{auth:{token:'same-token'}}}").Issues);
        Assert.Single(ConfigFixture.Load("{agents:{list:[],entries:{}}}").Issues);
    }

    [Fact]
    public void An_agent_without_an_id_and_one_listed_twice_are_refused() =>
        Assert.Equal(["agents.list.0", "agents.list.2"], ConfigFixture.Load("{agents:{list:[{},{id:'a'},{id:'a'}]}}").Issues.Select(issue => issue.Path));
}
