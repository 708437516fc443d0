/// Whole per cent, rounded half up. Only all is called 100 per cent and only nothing 0: a share that is not whole is not
/// called whole.
func percent(_ part: Int, of whole: Int) -> Int {
    guard part < whole else { return 100 }
    guard part > 0 else { return 0 }
    return min(99, max(1, (200 * part + whole) / (2 * whole)))
}
