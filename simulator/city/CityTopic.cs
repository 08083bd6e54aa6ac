using System.Diagnostics.CodeAnalysis;

namespace SwapEdge.Simulator;

/// <summary>A topic of the contract, taken apart.</summary>
/// <param name="Node"><c>city/station/node</c>.</param>
/// <param name="Leaf">birth, state, event, alarm, ack ...</param>
public sealed record CityTopic(string Node, string Leaf)
{
    private const string Root = "swap/v1/";
    private const int Levels = 6;
    private const int NameLimit = 24;

    public static string Of(string node, string leaf) => $"{Root}{node}/{leaf}";

    public static bool TryParse(string topic, [NotNullWhen(true)] out CityTopic? parsed)
    {
        ArgumentNullException.ThrowIfNull(topic);
        parsed = null;
        string[] levels = topic.Split('/');
        if (!topic.StartsWith(Root, StringComparison.Ordinal) || levels.Length != Levels
            || !Array.TrueForAll(levels[2..5], IsName))
        {
            return false;
        }

        parsed = new CityTopic(string.Join('/', levels[2..5]), levels[5]);
        return true;
    }

    private static bool IsName(string name) => name.Length is > 0 and <= NameLimit
        && name.All(each => char.IsAsciiLetterLower(each) || char.IsAsciiDigit(each) || each == '-');
}
