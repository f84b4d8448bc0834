using System.Globalization;
using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Schema;

internal sealed class NumberSchema(double minimum, double maximum, bool integer) : SchemaNode
{
    public override string Expected => "number";

    public bool IsInteger => integer;

    public double Minimum => minimum;

    public double Maximum => maximum;

    public override void Check(ConfigNode node, string path, IssueList issues)
    {
        if (node is not ConfigNumber number)
        {
            RejectKind(node, path, issues);
        }
        else if (integer && !number.IsInteger)
        {
            issues.Error(path, node, "Invalid input: expected int, received number", "Write a whole number.");
        }
        else if (number.Value > maximum)
        {
            var limit = Text(maximum);
            issues.Error(path, node, $"Too big: expected number to be <={limit} (maximum: {limit})", $"Use {Text(minimum)} to {limit}.");
        }
        else if (number.Value < minimum)
        {
            var limit = Text(minimum);
            issues.Error(path, node, $"Too small: expected number to be >={limit} (minimum: {limit})", $"Use {limit} or more.");
        }
    }

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
