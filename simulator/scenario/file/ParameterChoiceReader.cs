using SwapEdge.Simulator.Yaml;

namespace SwapEdge.Simulator;

/// <summary>Reads which parameters a world has: a data file's name for each role, or values that differ.</summary>
internal static class ParameterChoiceReader
{
    public static List<ParameterChoice> Read(string file, YamlPiece piece, YamlErrors errors)
    {
        List<ParameterChoice> choices = [];
        if (piece.Kind != YamlKind.Map)
        {
            errors.Add(piece, $"'parameters' is a map of 'role: name', not {piece.Describe()}");
            return choices;
        }

        foreach (YamlMember member in piece.Members)
        {
            errors.Add(member, $"there are no parameters of {YamlErrors.Quote(member.Name)}");
        }

        return choices;
    }
}
