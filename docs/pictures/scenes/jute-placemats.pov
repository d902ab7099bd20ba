// jute-placemats
#version 3.7;
#ifndef (View) #declare View = 1; #end
#include "studio.inc"
#include "goods.inc"
#include "m_mat.inc" #include "m_mat2.inc" #include "m_plate.inc" #include "m_cup2.inc" #include "m_lota.inc"
#switch (View)
#case (1)
  Shot(<-6, 64, -66>, <0.5, 0, 1.5>, 35)
  object { Placemat(2) rotate y*20 translate At(-10, 4, 12) + y*0.15 }
  object { PlacematIndigo(5) rotate y*80 rotate z*0.9 translate At(10, -4, 12) + y*0.55 }
#break
#case (2)
  Shot(<-20, 17, -40>, <-3.5, 1.0, -6>, 29)
  object { Placemat(2) rotate y*40 translate At(2.0, 2, 12) }
  object { PlacematIndigo(5) rotate y*220 translate At(1.0, 0, 12) + y*0.80 }
  object { Placemat(4) rotate y*130 translate At(3.4, 2.6, 12) + y*1.60 }
  object { PlacematIndigo(6) rotate y*20 rotate <-0.4, 0, -0.6> translate At(5.8, 5.2, 12) + y*2.45 }
#break
#case (3)
  Shot(<14, 52, -62>, <1.2, 1.5, 0>, 34)
  object { PlacematIndigo(2) rotate y*20 translate At(0, 0, 12) + y*0.2 }
  object { Plate() scale 0.86 rotate y*40 translate At(0, 0, 12) + y*1.0 }
  object { Lota() scale 0.8 rotate y*80 translate At(21, 9, 3) }
  object { Placemat(6) rotate y*50 translate At(-32, 18, 12) + y*0.2 }
#break
#end
