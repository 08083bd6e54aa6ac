namespace SwapEdge.Simulator;

/// <summary>How a value of a parameter file is written.</summary>
public enum ParameterShape
{
    /// <summary>A number with a unit.</summary>
    Quantity = 0,

    /// <summary>A number without unit.</summary>
    Number = 1,

    /// <summary>A whole number.</summary>
    Count = 2,

    /// <summary>Points of a curve: a list of pairs, x rising.</summary>
    Curve = 3,

    /// <summary>A distribution: mean, deviation, least and most.</summary>
    Spread = 4,

    /// <summary>A list of 24, one for each hour of the day.</summary>
    Hours = 5,
}
