namespace SQLitePCL;

/// <summary>Compares two texts for a collation.</summary>
public delegate int strdelegate_collation(object user_data, string s1, string s2);
