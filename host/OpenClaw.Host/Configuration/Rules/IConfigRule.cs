using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Rules;

/// <summary>A rule across several keys. Runs on documents whose single keys are all in order.</summary>
internal interface IConfigRule
{
    void Check(ConfigObject document, OpenClawConfig config, IssueList issues);
}
